title = Links to social networks
purpose = We show you where to find us in social networks.
interest = showing you where else you find us
records = Clicks on links to social networks
glance = Social networks are only linked; they learn nothing before you click.
promise-embeds-plain-links = Only plain links lead to social networks; before you click the network learns nothing of your visit.
provision-effect = You need not follow any link; everything important stands on this website.
