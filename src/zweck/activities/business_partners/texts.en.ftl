title = Business partners and their contact persons
purpose = We work with you and your company, conclude contracts and perform them.
interest = working with the people who represent our business partners
records = Details of contact persons and their correspondence
provision-effect = Without a contact person we cannot work with your company.
glance = We use details of contact persons for the business relationship.
promise-governance-purpose-binding = Each department sees only the details that it needs for its task.
