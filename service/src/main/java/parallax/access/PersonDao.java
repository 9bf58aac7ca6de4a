package parallax.access;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import parallax.web.Role;

interface PersonDao {

    @SqlQuery("""
            SELECT EXISTS (SELECT 1 FROM access.person)""")
    boolean anybody();

    @SqlQuery("""
            SELECT id, email, name, role, password_hash
            FROM access.person
            WHERE email_key = :emailKey""")
    @RegisterConstructorMapper(PersonRow.class)
    Optional<PersonRow> find(String emailKey);

    @SqlQuery("""
            SELECT id, email, name, role, password_hash
            FROM access.person
            WHERE role <> 'reader'
            ORDER BY id""")
    @RegisterConstructorMapper(PersonRow.class)
    List<PersonRow> listStaff();

    @SqlUpdate("""
            UPDATE access.person
            SET password_hash = :passwordHash
            WHERE id = :id""")
    int changePassword(UUID id, String passwordHash);

    @SqlUpdate("""
            INSERT INTO access.person (id, email, email_key, name, role, password_hash)
            VALUES (:id, :email, :emailKey, :name, :role, :passwordHash)
            ON CONFLICT (email_key) DO NOTHING""")
    int insert(UUID id, String email, String emailKey, String name, Role role, String passwordHash);
}
