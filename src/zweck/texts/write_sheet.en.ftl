activity = Activity
group = Group
rules = Deletion rules
partners = Recipients
state = As of
version = Version
