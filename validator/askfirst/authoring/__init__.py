"""Write what people send: Requests with their letters, Consents, Withdrawals."""
