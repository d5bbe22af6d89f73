"""Which calculators and regimens a message means, and their inputs."""
