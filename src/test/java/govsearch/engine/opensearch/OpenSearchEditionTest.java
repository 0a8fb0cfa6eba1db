package govsearch.engine.opensearch;

import govsearch.engine.EditionContract;
import org.junit.jupiter.api.Tag;

@Tag("cluster-long")
class OpenSearchEditionTest extends EditionContract implements OpenSearchUnderTest {}
