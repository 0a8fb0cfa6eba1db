package govsearch.export;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** JSON Lines: an object a line, its names the columns' codes. */
final class JsonlTable implements TableWriter {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final OutputStream out;
  private final List<Column> columns;

  JsonlTable(OutputStream out, List<Column> columns) {
    this.out = new BufferedOutputStream(out);
    this.columns = List.copyOf(columns);
  }

  @Override
  public void row(List<? extends @Nullable Object> cells) throws IOException {
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    for (int i = 0; i < columns.size(); i++) {
      object.put(columns.get(i).code(), cells.get(i));
    }
    out.write(JSON.writeValueAsBytes(object));
    out.write('\n');
  }

  @Override
  public void finish() throws IOException {
    out.flush();
  }
}
