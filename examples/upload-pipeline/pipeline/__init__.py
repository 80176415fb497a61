"""An upload endpoint that takes, keeps, serves and answers for what rightsholders declare."""
