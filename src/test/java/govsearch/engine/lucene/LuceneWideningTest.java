package govsearch.engine.lucene;

import govsearch.engine.WideningContract;

class LuceneWideningTest extends WideningContract implements LuceneUnderTest {}
