using System.Globalization;
using ProjectCycle.Domain.Money;
using ProjectCycle.Domain.Reports.Ledger;
using ProjectCycle.Reports.Workbooks;
using Row = ProjectCycle.Domain.Reports.Ledger.QuarterRow;

namespace ProjectCycle.Reports.Ledger;

/// <summary>T9: loans by quarter, with the curve of plan and realisation.</summary>
public static class QuarterReportWorkbook
{
    private const int Currency = 12;
    private const int Level = 14;

    /// <summary>Describes the workbook of <paramref name="quarters"/>.</summary>
    public static Workbook From(QuarterReport quarters)
    {
        var report = quarters.Report;
        var texts = new WorkbookTexts(report.Cover.Language);
        return LedgerNotesSheet.Workbook(
            "Ledger.loan-quarterly", report.Cover, report.Notes, texts, [Table(report.Rows, texts), Curve(quarters, texts)], "Ledger.Note.Columns", "Ledger.Note.Quarters", "Ledger.Note.QuarterCategories", "Ledger.Note.Curve");
    }

    private static TableSheet<Row> Table(IAsyncEnumerable<Row> rows, WorkbookTexts texts)
    {
        return new TableSheet<Row>(
            texts["Ledger.Quarters"],
            [
                new TextColumn<Row>(texts["Ledger.Loan"], r => r.Agreement) { Width = 18, Wrap = true, Tone = ToneOf },
                new IntegerColumn<Row>(texts["Ledger.Year"], r => r.Quarter.Year) { Width = 9, IsPlain = true },
                new TextColumn<Row>(texts["Ledger.Quarter"], r => Name(r.Quarter.Number)) { Width = 10, Tone = ToneOf },
                new DecimalColumn<Row>(texts["Ledger.RateUsd"], 2, r => r.RateUsd) { Width = 14 },
                new DecimalColumn<Row>(texts["Ledger.RateLoan"], 2, r => r.RateLoan) { Width = 18 },
                Amount("Ledger.PlanLoan", r => r.Plan),
                Fixed("Ledger.PlanUsd", r => r.PlanUsd, 2),
                Fixed("Ledger.PlanIdr", r => r.PlanIdr),
                Amount("Ledger.RealisedLoan", r => r.Realised),
                Fixed("Ledger.RealisedUsd", r => r.RealisedUsd, 2),
                Fixed("Ledger.RealisedIdr", r => r.RealisedIdr),
                new PercentColumn<Row>(texts["Ledger.Absorption"], 1, r => r.Absorption) { Width = 17 },
                new TextColumn<Row>(texts["Ledger.Currency"], r => r.CurrencyCode) { Width = 12 },
                new TextColumn<Row>(texts["Ledger.Project"], r => r.Project) { Width = 22 },
                new TextColumn<Row>(texts["Ledger.Level"], r => texts[r.Category is null ? "Ledger.Loan" : "Ledger.Category"]) { Width = 11 },
                new TextColumn<Row>(texts["Ledger.Category"], r => r.Category) { Width = 11 },
                new TextColumn<Row>(texts["Ledger.CategoryName"], r => r.CategoryName) { Width = 30, Wrap = true },
            ],
            rows)
        {
            FrozenColumns = 3,
            Wholes = (Level, texts["Ledger.Loan"]),
        };

        MoneyColumn<Row> Amount(string key, Func<Row, Money?> money) => new(texts[key], money) { Width = 20, TotalBy = Currency };

        MoneyColumn<Row> Fixed(string key, Func<Row, Money?> money, int decimals = 0) => new(texts[key], money) { Width = 20, FixedTotal = true, Decimals = decimals };
    }

    private static TableSheet<CurveQuarter> Curve(QuarterReport quarters, WorkbookTexts texts) => new(
        texts["Ledger.Curve"],
        [
            new TextColumn<CurveQuarter>(texts["Ledger.Quarter"], q => string.Create(CultureInfo.InvariantCulture, $"{q.Year} {Name(q.Number)}")) { Width = 14 },
            new TextColumn<CurveQuarter>(texts["Ledger.Currency"], _ => quarters.CurveCurrency) { Width = 10 },
            new MoneyColumn<CurveQuarter>(texts["Ledger.PlanCumulative"], q => q.Plan) { Width = 22 },
            new MoneyColumn<CurveQuarter>(texts["Ledger.RealisedCumulative"], q => q.Realised) { Width = 22 },
        ],
        quarters.Curve.ToAsyncEnumerable())
    {
        Chart = new Chart(ChartKind.Line, $"{texts["Ledger.CurveTitle"]} ({quarters.CurveCurrency})", CategoryColumn: 0, ValueColumn: 2) { SecondColumn = 3 },
    };

    /// <summary>A category repeats what its loan says.</summary>
    private static Tone ToneOf(Row row) => row.Category is null ? Tone.Plain : Tone.Quiet;

    /// <summary>Quarters are called TW (triwulan) in both languages, as PRISM does.</summary>
    private static string Name(int number) => string.Create(CultureInfo.InvariantCulture, $"TW{number}");
}
