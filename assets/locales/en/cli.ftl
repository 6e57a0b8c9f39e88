# The command line.

cli-fault = Étal stopped on a fault of its own. What was recorded is safe; start etal again.
