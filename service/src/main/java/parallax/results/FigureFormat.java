package parallax.results;

import jakarta.ws.rs.core.MediaType;
import java.util.List;
import parallax.web.InputError;

/** How figures are sent. */
enum FigureFormat {
    JSON,
    CSV;

    static final String CSV_TYPE = "text/csv";

    /**
     * The format asked for by name, else by what the caller accepts first.
     *
     * @throws UnknownFilterException for a name that is neither
     */
    static FigureFormat of(List<String> names, List<MediaType> accepted) {
        if (names.isEmpty()) {
            boolean csv = !accepted.isEmpty()
                    && CSV_TYPE.equals(accepted.get(0).toString().split(";", 2)[0]);
            return csv ? CSV : JSON;
        }
        String name = names.get(names.size() - 1);
        return switch (name) {
            case "json" -> JSON;
            case "csv" -> CSV;
            default ->
                throw new UnknownFilterException(List.of(InputError.field("format", name, "Use one of json, csv.")));
        };
    }
}
