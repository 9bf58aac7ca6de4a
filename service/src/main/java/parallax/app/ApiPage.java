package parallax.app;

import java.util.List;
import parallax.web.Page;
import parallax.web.PageContext;

/** The API as a page to read. */
final class ApiPage extends Page {

    private final List<OpenApiDocument.ApiOperation> operations;

    ApiPage(PageContext context, List<OpenApiDocument.ApiOperation> operations) {
        super("/templates/app/api.ftlh", context);
        this.operations = operations;
    }

    public List<OpenApiDocument.ApiOperation> getOperations() {
        return operations;
    }
}
