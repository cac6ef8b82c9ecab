title = Links to social networks
purpose = We show you where to find us on social networks.
interest = showing you where else you can find us
records = Clicks on links to social networks
glance = We only link to social networks; they learn nothing before you click.
promise-embeds-plain-links = Only plain links lead to social networks; before you click, the network learns nothing of your visit.
provision-effect = You do not have to follow any of these links.
