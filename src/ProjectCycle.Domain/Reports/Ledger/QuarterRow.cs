using ProjectCycle.Domain.Monitoring;

namespace ProjectCycle.Domain.Reports.Ledger;

/// <summary>Loans by quarter (T9), and the curve of all of them together.</summary>
/// <param name="Report">Cover, notes and a row for each loan and quarter; once it has begun, one for each category follows.</param>
/// <param name="Curve">Cumulative, a point for each quarter.</param>
/// <param name="CurveCurrency">In which the curve is drawn.</param>
public sealed record QuarterReport(LedgerReport<QuarterRow> Report, IReadOnlyList<CurveQuarter> Curve, string CurveCurrency);

/// <summary>One loan or grant in one quarter, or a category of it; null without a plan, after the cut-off date, or without a rate.</summary>
public sealed record QuarterRow
{
    public required string Agreement { get; init; }
    public required string Project { get; init; }
    public required FiscalQuarter Quarter { get; init; }
    public required string CurrencyCode { get; init; }

    /// <summary>Code of the category; null for the loan as a whole.</summary>
    public string? Category { get; init; }

    public string? CategoryName { get; init; }

    /// <summary>Rupiah for a dollar at the cut-off date.</summary>
    public decimal? RateUsd { get; init; }

    /// <summary>Rupiah for one of the loan's currency at the cut-off date.</summary>
    public decimal? RateLoan { get; init; }

    /// <summary>Of the loan as a whole: plans do not tell categories.</summary>
    public Money.Money? Plan { get; init; }

    public Money.Money? PlanUsd { get; init; }
    public Money.Money? PlanIdr { get; init; }
    public Money.Money? Realised { get; init; }
    public Money.Money? RealisedUsd { get; init; }
    public Money.Money? RealisedIdr { get; init; }

    /// <summary>Realised over planned; n/a without a plan.</summary>
    public decimal? Absorption { get; init; }
}

/// <summary>A point of the curve at the end of a quarter.</summary>
/// <param name="Year">Calendar year in which the fiscal year begins.</param>
/// <param name="Number">1 to 4.</param>
/// <param name="Plan">Cumulative; null where no loan has a plan.</param>
/// <param name="Realised">Cumulative; null after the cut-off date.</param>
public sealed record CurveQuarter(int Year, int Number, Money.Money? Plan, Money.Money? Realised);
