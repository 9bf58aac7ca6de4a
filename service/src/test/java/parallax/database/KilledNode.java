package parallax.database;

import java.nio.file.Path;
import org.jdbi.v3.core.Jdbi;

/** A node that writes and tells what was acknowledged, until it is killed. */
final class KilledNode {

    private KilledNode() {}

    /** @param arguments the data folder, the number to begin with */
    public static void main(String[] arguments) {
        Jdbi field =
                Databases.open(DatabaseSettings.embedded(Path.of(arguments[0]))).field();
        for (int i = Integer.parseInt(arguments[1]); ; i++) {
            String number = Integer.toString(i);
            field.useTransaction(
                    handle -> handle.createUpdate("""
                            INSERT INTO identity.account (id, engagement_id, name)
                            VALUES (gen_random_uuid(), '00000000-0000-0000-0000-000000000000', :name)""").bind("name", number).execute());
            System.out.println(number);
        }
    }
}
