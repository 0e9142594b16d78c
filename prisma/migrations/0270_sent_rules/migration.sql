-- What was sent to the model for an answer: beside it, sealed, and never longer than what was looked up for it.

-- What goes to the model holds what was looked up: whoever takes the one away takes the other with it, or changes nothing.
ALTER TABLE cs.message ADD CONSTRAINT message_sent_beside_trace CHECK (sent IS NULL OR (trace IS NOT NULL AND role = 'assistant'));
GRANT UPDATE (sent) ON cs.message TO cs_purge;
