title = Children's data
purpose = We make sure that we process children's data only with the consent of their guardians.
records = Children's data that reaches us without the consent of their guardians
provision-effect = Without details of the child we cannot find the data.
glance = Our services are not aimed at children.
promise-guardian = We do not knowingly collect data of children under { $age } without the consent of their guardians.
promise-report = Guardians can write to { $email }; we then delete all data of the child.
