namespace ProjectCycle.Domain.Monitoring;

/// <summary>
/// The divisions of domain.md section 3. Ratios are decimals, 1 for 100 %, and never rounded: rounding is for showing. Null is "n/a":
/// there was nothing to divide by, which is not the same as zero. Money comes in minor units of one currency.
/// </summary>
public static class Ratio
{
    /// <summary>The part over the whole; null when the whole is zero.</summary>
    public static decimal? Of(decimal part, decimal whole) => whole == 0 ? null : part / whole;

    /// <summary>Absorption DR (3.1): cumulative disbursement over net commitment, both in the currency of the agreement.</summary>
    public static decimal? Disbursed(long disbursed, long netCommitment) => Of(disbursed, netCommitment);

    /// <summary>L of 3.1: original amount, with what was added, less what was cancelled.</summary>
    public static long NetCommitment(long original, long additional, long cancelled) => checked(original + additional - cancelled);

    /// <summary>Absorption of a year or quarter (3.1, penyerapan): realised over planned; n/a without a plan, where PRISM shows 0.</summary>
    public static decimal? Absorbed(long realised, long planned) => Of(realised, planned);

    /// <summary>
    /// Contract awards, or disbursements, of a period over what was open at its start (3.2 for ADB's portfolio, 3.3 for the World Bank's
    /// fiscal year) [K].
    /// </summary>
    /// <param name="inPeriod">Awarded or disbursed in the period.</param>
    /// <param name="openAtStart">Net amount not contracted, or not disbursed, when the period began.</param>
    /// <param name="newlyEffective">Net amount of what took effect within it: ADB counts it in.</param>
    public static decimal? OfOpenAmount(long inPeriod, long openAtStart, long newlyEffective = 0) => Of(inPeriod, (decimal)openAtStart + newlyEffective);

    /// <summary>Actual over projected, both cumulative since effectiveness (3.2): contract awards [S:adb-ppr], disbursement [K].</summary>
    /// <param name="projected">By the current version of the curve: <see cref="Curve.ValueOn"/>.</param>
    public static decimal? OfProjected(long actual, decimal projected) => Of(actual, projected);

    /// <summary>Disbursement lag (3.3): what is missing of the plan, over the plan; below zero is ahead.</summary>
    public static decimal? Lag(decimal planned, long actual) => Of(planned - actual, planned);

    /// <summary>Progress of an indicator (3.5), right for falling ones too; may lie outside 0 to 1. Null when the target is the baseline.</summary>
    public static decimal? Progress(decimal baseline, decimal target, decimal actual) => Of(actual - baseline, target - baseline);

    /// <summary>An indicator's progress as it is shown: no more than 1; the raw one is kept.</summary>
    public static decimal? Capped(decimal? progress) => progress > 1 ? 1 : progress;

    /// <summary>Overall progress (3.2, PAI 5.01 [K]): weight times progress, summed, over the sum of the weights; null when nothing weighs.</summary>
    /// <param name="parts">Weights in any one unit: per cent, points, cost.</param>
    public static decimal? Weighted(IEnumerable<(decimal Weight, decimal Progress)> parts)
    {
        var all = parts.ToList();
        return Of(all.Sum(part => part.Weight * part.Progress), all.Sum(part => part.Weight));
    }

    /// <summary>Months of mean length from one day to another, fractions too; below zero backwards [product].</summary>
    public static decimal Months(decimal fromDay, decimal toDay) => (toDay - fromDay) * 12 / 365.25m;
}
