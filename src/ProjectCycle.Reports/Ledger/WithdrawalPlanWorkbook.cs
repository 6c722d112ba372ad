using System.Globalization;
using ProjectCycle.Domain.Reports.Ledger;
using ProjectCycle.Reports.Workbooks;
using Row = ProjectCycle.Domain.Reports.Ledger.WithdrawalPlanRow;

namespace ProjectCycle.Reports.Ledger;

/// <summary>T8: the withdrawal plan of the Ministry of Finance in its three parts, each with what is under way before the pipeline.</summary>
public static class WithdrawalPlanWorkbook
{
    private const decimal Billion = 1_000_000_000;

    /// <summary>Describes the workbook of <paramref name="plan"/>.</summary>
    public static async Task<Workbook> FromAsync(WithdrawalPlan plan, CancellationToken cancellation)
    {
        var report = plan.Report;
        var texts = new WorkbookTexts(report.Cover.Language);
        var rows = await report.Rows.ToListAsync(cancellation); // three sheets say them
        var lines = rows.GroupBy(row => row.IsPipeline)
            .SelectMany(part => new[] { new Line(texts[part.Key ? "Ledger.Pipeline" : "Ledger.Ongoing"], null) }.Concat(part.Select(row => new Line(null, row)))).ToList();
        return LedgerNotesSheet.Workbook(
            "Ledger.mof-withdrawal-plan", report.Cover, report.Notes, texts,
            [References(lines, texts), Amounts(lines, texts), Proposal(lines, plan.Year, texts)],
            "Ledger.Note.Columns", "Ledger.Note.Plan", "Ledger.Note.PlanBlank", "Ledger.Note.Projection");
    }

    private static TableSheet<Line> References(IReadOnlyList<Line> lines, WorkbookTexts texts) => new(
        texts["Ledger.PartA"],
        [
            .. Begin(texts),
            new TextColumn<Line>(texts["Ledger.EchelonUnit"], l => l.Row?.References.EchelonUnit) { Width = 20, Wrap = true },
            Reference(texts, "Ledger.LoanCode", l => l.LoanCode),
            Reference(texts, "Ledger.RegisterNo", l => l.RegisterNumber),
            new TextColumn<Line>(texts["Ledger.Project"], l => l.Row?.Project) { Width = 34, Wrap = true },
            new TextColumn<Line>(texts["Ledger.RkaProgramme"], l => l.Row?.References.Programme) { Width = 22, Wrap = true },
            new TextColumn<Line>(texts["Ledger.RkaActivity"], l => l.Row?.References.BudgetActivity) { Width = 22, Wrap = true },
            new TextColumn<Line>(texts["Ledger.NationalPriority"], l => l.Row?.References.NationalPriority) { Width = 20, Wrap = true },
            new TextColumn<Line>(texts["Ledger.Location"], l => l.Row?.Location) { Width = 20, Wrap = true },
            Reference(texts, "Ledger.BlueBook", l => l.BlueBook),
            Reference(texts, "Ledger.GreenBook", l => l.GreenBook),
            Reference(texts, "Ledger.ActivityList", l => l.ActivityList),
            Reference(texts, "Ledger.Psp", l => l.OnLending),
        ],
        lines.ToAsyncEnumerable())
    {
        FrozenColumns = 2,
    };

    /// <summary>What people fill in by hand, carry-over and acceleration, counts in the cells that are reckoned.</summary>
    private static TableSheet<Line> Amounts(IReadOnlyList<Line> lines, WorkbookTexts texts) => new(
        texts["Ledger.PartB"],
        [
            .. Begin(texts),
            new TextColumn<Line>(texts["Ledger.Unit"], l => l.Row?.References.EchelonUnit) { Width = 20, Wrap = true },
            Reference(texts, "Ledger.LoanCode", l => l.LoanCode),
            Reference(texts, "Ledger.RegisterNo", l => l.RegisterNumber),
            new TextColumn<Line>(texts["Ledger.Project"], l => l.Row?.Project) { Width = 34, Wrap = true },
            Billions(texts["Ledger.Commitment"], r => r.Commitment),
            Billions(texts["Ledger.Withdrawn"], r => r.Withdrawn),
            Reckoned(texts["Ledger.Undrawn"], "G#-H#", r => r.Commitment - r.Withdrawn),
            Billions(texts["Ledger.Allocation"], r => r.Allocation),
            Billions(texts["Ledger.CarryOver"], _ => null),
            Billions(texts["Ledger.Acceleration"], _ => null),
            Reckoned(texts["Ledger.Dipa"], "J#+K#+L#", r => r.Allocation),
            Reckoned(texts["Ledger.YearEnd"], "I#-M#", r => r.Commitment - r.Withdrawn - r.Allocation),
            Billions(texts["Ledger.RmpNeed"], r => r.CounterpartNeed),
            Billions(texts["Ledger.RmpWithdrawn"], r => r.CounterpartSpent),
            Billions(texts["Ledger.RmpCarryOver"], _ => null),
            Billions(texts["Ledger.RmpAllocation"], r => r.CounterpartAllocation),
            Reckoned(texts["Ledger.RmpUnpaid"], "O#-P#", r => r.CounterpartNeed is null ? null : r.CounterpartNeed - (r.CounterpartSpent ?? 0)),
        ],
        lines.ToAsyncEnumerable())
    {
        FrozenColumns = 2,
    };

    private static TableSheet<Line> Proposal(IReadOnlyList<Line> lines, int year, WorkbookTexts texts)
    {
        return new TableSheet<Line>(
            texts["Ledger.PartC"],
            [
                .. Begin(texts),
                Reference(texts, "Ledger.LoanCode", l => l.LoanCode),
                Reference(texts, "Ledger.RegisterNo", l => l.RegisterNumber),
                new TextColumn<Line>(texts["Ledger.Project"], l => l.Row?.Project) { Width = 34, Wrap = true },
                .. Years("Ledger.Proposed", "Ledger.Forward", r => r.Withdrawals),
                .. Years("Ledger.RmpProposed", "Ledger.RmpForward", r => r.Counterpart),
            ],
            lines.ToAsyncEnumerable())
        {
            FrozenColumns = 2,
        };

        IEnumerable<Column<Line>> Years(string proposed, string forward, Func<Row, IReadOnlyList<decimal?>> amounts) => Enumerable.Range(0, 5)
            .Select(i => Billions(string.Format(CultureInfo.InvariantCulture, texts[i == 0 ? proposed : forward], year + 1 + i), row => amounts(row)[i]));
    }

    private static IEnumerable<Column<Line>> Begin(WorkbookTexts texts) =>
    [
        new IntegerColumn<Line>(texts["Ledger.No"], l => l.Row?.No) { Width = 7 },
        new TextColumn<Line>(texts["Ledger.Lender"], l => l.Heading ?? l.Row?.Lender) { Width = 22, Wrap = true },
    ];

    private static TextColumn<Line> Reference(WorkbookTexts texts, string key, Func<Domain.Ledger.PlanningReferences, string> text) =>
        new(texts[key], l => l.Row is { } row ? text(row.References) : null) { Width = 15, Wrap = true };

    private static DecimalColumn<Line> Billions(string header, Func<Row, decimal?> rupiah) =>
        new(header, 3, l => l.Row is { } row ? rupiah(row) / Billion : null) { Width = 16, Total = true };

    private static ReckonedColumn<Line> Reckoned(string header, string formula, Func<Row, decimal?> rupiah) =>
        new(header, 3, formula, l => l.Row is { } row ? rupiah(row) / Billion : null) { Width = 16, Total = true };

    /// <summary>A row of a sheet: the heading of a part, or a loan.</summary>
    private sealed record Line(string? Heading, Row? Row);
}
