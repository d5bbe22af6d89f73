"""Who a message is about and what is told of them: age, sex, conditions, medicines, allergies."""
