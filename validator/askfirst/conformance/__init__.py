"""Run the conformance vectors against any implementation."""
