// Gives the header that all tests share a target to be compiled by.
