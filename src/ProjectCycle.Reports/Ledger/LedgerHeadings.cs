using System.Globalization;
using ProjectCycle.Domain.Ledger;
using ProjectCycle.Reports.Workbooks;

namespace ProjectCycle.Reports.Ledger;

/// <summary>What the sheets and columns of <see cref="LedgerLayout"/> are called, and what may stand in them.</summary>
public static class LedgerHeadings
{
    /// <summary>The name of a sheet.</summary>
    public static string Of(LedgerSheet sheet, WorkbookTexts texts) => texts[$"Import.{sheet}"];

    /// <summary>The heading of a column; of <see cref="LedgerLayout.Key"/> too.</summary>
    public static string Of(LedgerSheet sheet, string field, WorkbookTexts texts) => texts[field == LedgerLayout.Key ? "Import.Key" : $"Import.{sheet}.{field}"];

    /// <summary>The headings of a sheet, from A on.</summary>
    public static IReadOnlyList<string> Of(LedgerSheet sheet, IEnumerable<LedgerColumn> columns, WorkbookTexts texts) =>
        [Of(sheet, LedgerLayout.Key, texts), .. columns.Select(column => Of(sheet, column.Field, texts))];

    /// <summary>The address of a cell at fault, such as "C7".</summary>
    public static string CellOf(LedgerFault fault) => CellRef.At(LedgerLayout.IndexOf(fault.Sheet, fault.Field), fault.Row);

    /// <summary>What is accepted in a column, in words.</summary>
    /// <param name="sheet">The sheet.</param>
    /// <param name="field">The column.</param>
    /// <param name="categories">Codes of the agreement's categories.</param>
    /// <param name="texts">In the reader's language.</param>
    public static string Accepted(LedgerSheet sheet, string field, IReadOnlyList<string> categories, WorkbookTexts texts)
    {
        if (LedgerLayout.Columns(sheet).FirstOrDefault(column => column.Field == field) is not { } column)
            return texts["Import.Accepted.Key"];
        return column.Kind switch
        {
            LedgerColumnKind.Choice => string.Join(", ", Words(column.Choices!, texts)),
            LedgerColumnKind.YesNo => string.Join(", ", YesNo(texts)),
            LedgerColumnKind.Category => string.Format(CultureInfo.InvariantCulture, texts["Import.Accepted.Category"], string.Join(", ", categories)),
            _ => texts[$"Import.Accepted.{column.Kind}"],
        };
    }

    /// <summary>The words of an enumeration, in its order.</summary>
    internal static IReadOnlyList<string> Words(Type choices, WorkbookTexts texts) => [.. Enum.GetNames(choices).Select(name => texts[$"{choices.Name}.{name}"])];

    internal static IReadOnlyList<string> YesNo(WorkbookTexts texts) => [texts["Yes"], texts["No"]];
}
