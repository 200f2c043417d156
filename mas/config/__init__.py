"""Config: YAML and the command line become the checked settings of a job.

`mas.config.composing` composes with Hydra, `mas.config.settings` checks; nothing of Hydra or
OmegaConf leaves this package.
"""
