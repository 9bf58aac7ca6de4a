-- Of a closed wave: invitations that a mail server took, and addresses that do not exist. Null of waves that closed before.
ALTER TABLE study.wave_mode ADD COLUMN sent integer CHECK (sent >= 0);
ALTER TABLE study.wave_mode ADD COLUMN bounced integer CHECK (bounced >= 0);

-- Keys and answers of repeatable requests were kept as sent; some name whom an interview was held with, and when.
DELETE FROM access.idempotency;
