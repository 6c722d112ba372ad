using ProjectCycle.Domain.Ledger;
using ProjectCycle.Domain.Monitoring;
using ProjectCycle.Domain.Money;
using ProjectCycle.Domain.Reports.Ledger;
using ProjectCycle.Reports.Workbooks;
using Row = ProjectCycle.Domain.Reports.Ledger.PerformanceRow;

namespace ProjectCycle.Reports.Ledger;

/// <summary>The performance of loans and grants, as Bappenas and the Ministry of Finance report it every quarter (domain.md 3.1).</summary>
public static class PerformanceWorkbook
{
    private const int Currency = 9;

    /// <summary>Describes the workbook of <paramref name="report"/>.</summary>
    public static Workbook From(LedgerReport<Row> report)
    {
        var texts = new WorkbookTexts(report.Cover.Language);
        return LedgerNotesSheet.Workbook("Ledger.loan-grant-performance", report.Cover, report.Notes, texts, [Table(report.Rows, texts)], "Ledger.Note.Performance", "Ledger.Note.Physical", "Ledger.Note.Needs");
    }

    private static TableSheet<Row> Table(IAsyncEnumerable<Row> rows, WorkbookTexts texts)
    {
        return new TableSheet<Row>(
            texts["Ledger.Performance"],
            [
                new TextColumn<Row>(texts["Ledger.Project"], r => r.Project) { Width = 22 },
                new TextColumn<Row>(texts["Ledger.ProjectName"], r => r.ProjectName) { Width = 30, Wrap = true },
                new TextColumn<Row>(texts["Ledger.LoanNo"], r => r.Agreement) { Width = 17, Wrap = true },
                new TextColumn<Row>(texts["Ledger.Lender"], r => r.Lender) { Width = 18, Wrap = true },
                new TextColumn<Row>(texts["Ledger.Kind"], r => texts.Of<FinancingKind>(r.Financing.Kind)) { Width = 16, Wrap = true },
                new DateColumn<Row>(texts["Ledger.SignedOn"], r => r.Financing.SignedOn) { Width = 14 },
                new DateColumn<Row>(texts["Ledger.EffectiveOn"], r => r.Financing.EffectiveOn) { Width = 12 },
                new DateColumn<Row>(texts["Ledger.ClosingOriginal"], r => r.Financing.OriginalClosingOn) { Width = 13 },
                new DateColumn<Row>(texts["Ledger.Closing"], r => r.Financing.ClosingOn) { Width = 13 },
                new TextColumn<Row>(texts["Ledger.Currency"], r => r.Net.Currency.Code) { Width = 10 },
                Amount("Ledger.Net", r => r.Net),
                Amount("Ledger.Disbursed", r => r.Disbursed),
                Share("Ledger.Physical", r => r.Physical),
                Share("Ledger.Dr", r => r.Performance.Disbursement),
                Share("Ledger.TeOriginal", r => r.Performance.Time.Original),
                Share("Ledger.Te", r => r.Performance.Time.Current),
                Share("Ledger.PvOriginal", r => r.Performance.OriginalVariance),
                Share("Ledger.Pv", r => r.Performance.Variance),
                new DecimalColumn<Row>(texts["Ledger.Ratio"], 2, r => r.Performance.PerformanceRatio) { Width = 12 },
                new TextColumn<Row>(texts["Ledger.Class"], r => texts.Of<ScheduleClass>(r.Performance.Class) ?? texts.Of<LoanStatus>(r.Performance.Time.Status)) { Width = 20, Wrap = true, Tone = r => ToneOf(r.Performance.Class) },
                Amount("Ledger.PlannedYear", r => r.PlannedYear),
                Amount("Ledger.RealisedYear", r => r.RealisedYear),
                Share("Ledger.YearAbsorption", r => r.Absorption),
                Amount("Ledger.PlannedQuarter", r => r.PlannedQuarter),
                Amount("Ledger.RealisedQuarter", r => r.RealisedQuarter),
                Share("Ledger.QuarterAbsorption", r => r.QuarterAbsorption),
                Amount("Ledger.Required", r => Money(r, r.Needs.RequiredMonthly)),
                Amount("Ledger.RunRate", r => Money(r, r.Needs.RunRate)),
                new TextColumn<Row>(texts["Ledger.Flag"], r => r.Needs.IsFlagged == true ? texts["Ledger.Flagged"] : null) { Width = 18, Wrap = true, Tone = _ => Tone.Warning },
            ],
            rows)
        {
            FrozenColumns = 1,
        };

        MoneyColumn<Row> Amount(string key, Func<Row, Money?> money) => new(texts[key], money) { Width = 20, TotalBy = Currency };

        PercentColumn<Row> Share(string key, Func<Row, decimal?> share) => new(texts[key], 1, share) { Width = 17 };
    }

    private static Money? Money(Row row, decimal? minorUnits) =>
        minorUnits is { } amount ? row.Net with { MinorUnits = (long)Math.Round(amount, MidpointRounding.AwayFromZero) } : null;

    private static Tone ToneOf(ScheduleClass? of) => of switch
    {
        ScheduleClass.OnSchedule => Tone.Good,
        ScheduleClass.Behind => Tone.Warning,
        ScheduleClass.AtRisk => Tone.Bad,
        _ => Tone.Plain,
    };
}
