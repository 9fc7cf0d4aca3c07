"""Shared letters, Newman's weights and PageRank of a network that undersigned wrote as Parquet, with plain Spark DataFrames.

    undersigned export -f signatures.parquet    -o net/signatures.parquet
    undersigned export -f letters.parquet       -o net/letters.parquet
    spark-submit cosigning.py net --out results

reads the two tables and writes results/ties (source, target, letters, newman) and results/organizations (organization, strength, pagerank).
Any store that Spark knows can stand for the folders. With --check the results are compared with undersigned's own, from
ties.parquet and organizations.parquet of the same folder; it ends with status 1 where they differ by more than 1e-9 relative.

The definitions are undersigned's. A letter of k signers adds 1/(k-1) to the tie of each pair of them (Newman 2001,
doi:10.1103/PhysRevE.64.016132), k being all its signers, shown in the tables or not. Strength is the sum of an organization's ties. PageRank
(damping .85) walks from an organization to one of the letters it shares, then to one of the letter's other signers; the ranks
of organizations without ties are spread evenly. Steps end when ranks change by less than 1e-12 in all.
"""

import argparse
import json
import os
import sys
import time

from pyspark.sql import DataFrame, SparkSession
from pyspark.sql import functions as F

DAMPING = 0.85
ENOUGH = 1e-12
LIMIT = 176  # steps after which ranks have settled whatever the network: log(ENOUGH / 2) / log(DAMPING)
TOLERANCE = 1e-9


def signed_letters(spark: SparkSession, folder: str) -> DataFrame:
    """organization, letter, share: a row for each organization and letter, however often printed, with 1/(k-1) of the letter."""
    signed = spark.read.parquet(f"{folder}/signatures.parquet").select("organization", "letter").distinct()
    letters = spark.read.parquet(f"{folder}/letters.parquet").where("signers > 1")
    return signed.join(letters.select(F.col("id").alias("letter"), (1 / (F.col("signers_total") - 1)).alias("share")), "letter")


def shared_letters(signed: DataFrame) -> DataFrame:
    """source, target, letters, newman: a row for each pair of organizations with a letter in common, source before target."""
    one = signed.withColumnRenamed("organization", "source")
    other = signed.select(F.col("organization").alias("target"), "letter")
    pairs = one.join(other, "letter").where("source < target")
    return pairs.groupBy("source", "target").agg(F.count("*").cast("int").alias("letters"), F.sum("share").alias("newman"))


def strengths(ties: DataFrame) -> DataFrame:
    """organization, strength: of those that have a tie."""
    ends = ties.select(F.col("source").alias("organization"), "newman").union(ties.select("target", "newman"))
    return ends.groupBy("organization").agg(F.sum("newman").alias("strength"))


def pagerank(signed: DataFrame, organizations: DataFrame) -> tuple[DataFrame, int]:
    """organization, rank, and the number of steps. The projection is not built: a step is as large as the signatures.

    What reaches organizations without ties is lost in each step. To spread it evenly would add the same to every rank, so ranks that are made
    to add up to 1 at the end are the same; and a step whose numbers do not change is compiled once.
    """
    sizes = signed.groupBy("letter").agg(F.count("*").alias("size"))
    walks = signed.select("organization", "letter").join(sizes, "letter").persist()
    # What an organization sends to its letters comes back by none of them.
    own = walks.groupBy("organization").agg(F.count("*").alias("degree"), F.sum(1 / (F.col("size") - 1)).alias("own"))
    count = organizations.count()
    even = F.lit((1 - DAMPING) / count)
    ranks = organizations.join(own, "organization", "left").withColumn("rank", F.lit(1 / count)).localCheckpoint()
    for step in range(1, LIMIT + 1):
        sent = ranks.where("degree is not null").select("organization", (F.col("rank") / F.col("degree")).alias("out"))
        at = walks.join(sent, "organization").groupBy("letter").agg((F.sum("out") / (F.first("size") - 1)).alias("share"))
        arriving = walks.join(at, "letter").groupBy("organization").agg(F.sum("share").alias("in"))
        come = F.col("in") - F.col("before") / F.col("degree") * F.col("own")
        moved = (ranks.withColumnRenamed("rank", "before").join(arriving, "organization", "left")
                 .withColumn("rank", even + DAMPING * F.coalesce(come, F.lit(0.0))).drop("in")
                 .localCheckpoint(eager=False))  # or each step would plan all those before it again
        change, total = moved.agg(F.sum(F.abs(F.col("rank") - F.col("before"))), F.sum("rank")).first()
        ranks = moved.drop("before")
        if change < ENOUGH * total:
            break
    return ranks.select("organization", (F.col("rank") / F.lit(total)).alias("rank")), step


def relative(a: str, b: str):
    """How far two columns are apart; rows that one side lacks are apart for ever."""
    x, y = F.col(a), F.col(b)
    apart = F.abs(x - y) / F.greatest(F.abs(x), F.abs(y))
    return F.when(x.isNull() | y.isNull(), F.lit(float("inf"))).when(x == y, F.lit(0.0)).otherwise(apart)


def check(spark: SparkSession, folder: str, ties: DataFrame, ranked: DataFrame) -> dict:
    ours = spark.read.parquet(f"{folder}/ties.parquet").select(
        F.least("source", "target").alias("source"), F.greatest("source", "target").alias("target"),
        F.col("letters").alias("letters_ours"), F.col("newman").alias("newman_ours"))
    both = ties.join(ours, ["source", "target"], "full")
    t = both.agg(F.count("*"), F.sum((~F.col("letters").eqNullSafe(F.col("letters_ours"))).cast("long")), F.max(relative("newman", "newman_ours"))).first()
    ours = spark.read.parquet(f"{folder}/organizations.parquet").select(
        F.col("id").alias("organization"), F.col("strength").alias("strength_ours"), F.col("pagerank").alias("pagerank_ours"))
    o = (ranked.join(ours, "organization", "full")
         .agg(F.count("*"), F.max(relative("strength", "strength_ours")), F.max(relative("pagerank", "pagerank_ours"))).first())
    return {"pairs": t[0], "pairs_with_other_letters": t[1] or 0, "newman_apart": t[2] or 0.0, "organizations": o[0],
            "strength_apart": o[1] or 0.0, "pagerank_apart": o[2] or 0.0}


def main() -> int:
    p = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    p.add_argument("folder", help="where signatures.parquet and letters.parquet are")
    p.add_argument("--out", help="folder to write the results to")
    p.add_argument("--check", action="store_true", help="compare with ties.parquet and organizations.parquet of the folder")
    a = p.parse_args()
    if not (a.out or a.check):
        p.error("say what to do with the results: --out FOLDER, --check, or both")
    started = time.monotonic()
    spark = SparkSession.builder.appName("co-signing").getOrCreate()
    spark.sparkContext.setLogLevel("ERROR")
    signed = signed_letters(spark, a.folder).persist()
    organizations = spark.read.parquet(f"{a.folder}/signatures.parquet").select("organization").distinct()
    ties = shared_letters(signed).persist()
    ranks, steps = pagerank(signed, organizations)
    ranked = (ranks.join(strengths(ties), "organization", "left")
              .select("organization", F.coalesce("strength", F.lit(0.0)).alias("strength"), F.col("rank").alias("pagerank")))
    if a.out:
        ties.write.mode("overwrite").parquet(os.path.join(a.out, "ties"))
        ranked.write.mode("overwrite").parquet(os.path.join(a.out, "organizations"))
    if not a.check:
        return 0
    found = check(spark, a.folder, ties, ranked)
    found["steps"] = steps
    found["seconds"] = round(time.monotonic() - started, 1)
    print(json.dumps(found))
    worst = max(found["newman_apart"], found["strength_apart"], found["pagerank_apart"])
    return int(worst > TOLERANCE or found["pairs_with_other_letters"] > 0)


if __name__ == "__main__":
    sys.exit(main())
