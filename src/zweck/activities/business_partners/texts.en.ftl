title = Business partners and their contact persons
purpose = We work with you and your company, and conclude and perform contracts.
interest = working with the people who represent our business partners
records = Details of contact persons and the correspondence with them
provision-effect = Without a contact person we cannot work with your company.
glance = We use details of contact persons only for the business relationship.
promise-governance-purpose-binding = Each department sees only the details that it needs for its task.
