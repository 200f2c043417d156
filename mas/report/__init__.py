"""What a production leaves behind: manifest.json, the contract for tools, and report.html."""
