// No index is needed: a judgement gets the properties from and until, and organizations the relationship MEMBER_OF, which queries follow from them.
