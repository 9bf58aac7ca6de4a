-- Known shares of customers by segment variable and value: optional weights are raked to them.
ALTER TABLE study.wave_audience
    ADD COLUMN margins jsonb NOT NULL DEFAULT '{}';
