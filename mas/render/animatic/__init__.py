"""The embedded renderer: previz drawn from the words of the prompt, without any model."""
