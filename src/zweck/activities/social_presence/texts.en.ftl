title = Our profiles on social networks
purpose = We report on our work on social networks, answer messages and see aggregated statistics.
interest = informing and answering people where they look for us
records = Messages and comments on our profiles
provision-effect = You can also reach us without a profile on a network.
glance = We share responsibility for our profiles with the network concerned.
promise-disclosure-joint-control = We have agreed with each network who fulfils which duties (Art. 26 GDPR); the essence of the arrangement is stated here.
promise-rights-forward-joint = If a request about your rights concerns the network, we forward it to the network.
