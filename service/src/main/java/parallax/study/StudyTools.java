package parallax.study;

import java.time.InstantSource;
import java.util.UUID;
import java.util.function.Supplier;
import org.jdbi.v3.core.Jdbi;
import parallax.keys.KeyFiles;
import parallax.web.Audit;

/** What the services of this package work with. */
record StudyTools(Jdbi jdbi, KeyFiles keys, Audit audit, InstantSource clock, Supplier<UUID> ids) {}
