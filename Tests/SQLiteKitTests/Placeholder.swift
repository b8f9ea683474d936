// Placeholder so that the target has a source; the first real file replaces it.
