title = Our profiles in social networks
purpose = We inform about our work in social networks, answer messages and see aggregated statistics.
interest = informing and answering where people look for us
records = Messages and comments on our profiles
provision-effect = Everything that we say there also stands on this website.
glance = For our profiles we are responsible together with the network concerned.
promise-disclosure-joint-control = We have agreed with each network who fulfils which duties (Art. 26 GDPR); we state the essence of the arrangement here.
promise-rights-forward-joint = We pass requests about your rights that concern the network on to the network.
