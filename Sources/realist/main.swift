print("realist")
