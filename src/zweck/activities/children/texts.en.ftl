title = Data of children
purpose = We prevent that we process data of children without the consent of their guardians.
records = Data of children that reach us without the consent of their guardians
provision-effect = Without details of the child we do not find the data.
glance = Our offer is not aimed at children.
promise-guardian = We do not knowingly collect data of children under { $age } without the consent of their guardians.
promise-report = Guardians can write to { $email }; we then delete the child's data completely.
