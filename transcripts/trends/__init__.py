"""How often words were said over time, by everybody or by speaker or outlet."""
