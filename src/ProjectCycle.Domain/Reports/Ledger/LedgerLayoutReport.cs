using ProjectCycle.Domain.Ledger;

namespace ProjectCycle.Domain.Reports.Ledger;

/// <summary>The workbook by which a ledger is brought in, to be filled in: what it says of itself, and the rows there are.</summary>
/// <param name="Cover">Who made it, when, in which language.</param>
/// <param name="Project">Code and name.</param>
/// <param name="Agreement">The agreement's number.</param>
/// <param name="Categories">Codes of its categories, to choose from.</param>
/// <param name="Rows">Those that exist; none for a blank workbook.</param>
public sealed record LedgerLayoutReport(ReportCover Cover, string Project, string Agreement, IReadOnlyList<string> Categories, IReadOnlyList<LedgerSheetRow> Rows);
