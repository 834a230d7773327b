package com.barraiser.questions.ordersfact.solutions;

import com.barraiser.vocabulary.Parameters;
import com.barraiser.vocabulary.Tables;
import com.barraiser.vocabulary.warehouse.Refresh;
import com.barraiser.vocabulary.warehouse.Warehouse;
import java.util.Map;

/**
 * The same {@code MERGE} into a fact that marks replaced lines in deletion vectors instead of
 * writing their files anew.
 *
 * <p>The shuffles are those of {@link MergeNewer}. Wins where a few lines of large files change, as
 * late updates do: it writes those lines and a bitmap. Loses in time for readers, who apply the
 * bitmaps, until a compaction writes the files anew.
 */
public final class DeletionVectors implements Refresh {

  private static final Map<String, String> PROPERTIES =
      Map.of("delta.enableDeletionVectors", "true");

  @Override
  public String why() {
    return "The same MERGE with deletion vectors: writes the changed lines, not their files.";
  }

  @Override
  public void refresh(Warehouse warehouse, Tables batch, Parameters parameters) {
    FactTables.create(warehouse, PROPERTIES);
    FactMerge.run(warehouse, batch);
  }
}
