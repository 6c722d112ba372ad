namespace ProjectCycle.Domain.Ledger;

/// <summary>The sheets of the workbook in which a ledger is brought in, in the order they are taken. Names are stored.</summary>
public enum LedgerSheet
{
    Contracts,
    Invoices,
    Applications,

    /// <summary>What the applications claim.</summary>
    Lines,

    /// <summary>What the donor paid, a row for each category.</summary>
    Payments,
}

/// <summary>What a column of the workbook holds, and so what is accepted in it.</summary>
public enum LedgerColumnKind
{
    Text,
    Whole,
    Amount,
    Rate,

    /// <summary>Out of a hundred; the spreadsheet shows and holds 0.8 as 80 %.</summary>
    Percentage,

    Date,

    /// <summary>A word of <see cref="LedgerColumn.Choices"/>.</summary>
    Choice,

    YesNo,

    /// <summary>The code of a category of the agreement.</summary>
    Category,

    /// <summary>The number of a contract's package.</summary>
    Package,

    /// <summary>The supplier's number of an invoice.</summary>
    Invoice,

    /// <summary>The number of an application.</summary>
    Application,
}

/// <summary>A column of the workbook.</summary>
/// <param name="Field">What it fills: the name of an input of the sheet's use case, with a point before that of a part.</param>
/// <param name="Kind">What it holds.</param>
/// <param name="Choices">The enumeration of a <see cref="LedgerColumnKind.Choice"/>.</param>
/// <param name="IsRequired">A new row must have it, whatever else it says.</param>
public sealed record LedgerColumn(string Field, LedgerColumnKind Kind, Type? Choices = null, bool IsRequired = false);

/// <summary>
/// The workbook in which contracts, invoices, applications and payments leave and come back: the columns of each sheet, from B on.
/// Column A holds the <see cref="LedgerKey"/> of a row that exists.
/// </summary>
public static class LedgerLayout
{
    /// <summary>The field of column A.</summary>
    public const string Key = "Key";

    /// <summary>Rows of one workbook, all sheets together: what one check looks at while others wait for the database.</summary>
    public const int MaxRows = 3000;

    /// <summary>Bytes of one workbook.</summary>
    public const long MaxSize = 5 * 1024 * 1024;

    private static readonly Dictionary<LedgerSheet, IReadOnlyList<LedgerColumn>> Sheets = new()
    {
        [LedgerSheet.Contracts] =
        [
            new("PackageNumber", LedgerColumnKind.Text, IsRequired: true),
            new("Description", LedgerColumnKind.Text, IsRequired: true),
            new("CategoryId", LedgerColumnKind.Category, IsRequired: true),
            new("Method", LedgerColumnKind.Choice, typeof(ProcurementMethod), IsRequired: true),
            new("Review", LedgerColumnKind.Choice, typeof(ReviewType), IsRequired: true),
            new("State", LedgerColumnKind.Choice, typeof(ContractState), IsRequired: true),
            new("BidOn", LedgerColumnKind.Date),
            new("NoObjectionOn", LedgerColumnKind.Date),
            new("AwardOn", LedgerColumnKind.Date),
            new("Contractor", LedgerColumnKind.Text),
            new("CountryCode", LedgerColumnKind.Text),
            new("Number", LedgerColumnKind.Text),
            new("DonorNumber", LedgerColumnKind.Text),
            new("SignedOn", LedgerColumnKind.Date),
            new("StartsOn", LedgerColumnKind.Date),
            new("CompletionOn", LedgerColumnKind.Date),
            new("CurrencyCode", LedgerColumnKind.Text, IsRequired: true),
            new("Amount", LedgerColumnKind.Amount, IsRequired: true),
            new("Percentage", LedgerColumnKind.Percentage, IsRequired: true),
            new("Advance", LedgerColumnKind.Amount),
            new("RetentionPercentage", LedgerColumnKind.Percentage),
            new("Note", LedgerColumnKind.Text),
        ],
        [LedgerSheet.Invoices] =
        [
            new("ContractId", LedgerColumnKind.Package),
            new("CategoryId", LedgerColumnKind.Category),
            new("Number", LedgerColumnKind.Text, IsRequired: true),
            new("On", LedgerColumnKind.Date, IsRequired: true),
            new("Description", LedgerColumnKind.Text, IsRequired: true),
            new("Payee", LedgerColumnKind.Text),
            new("CountryCode", LedgerColumnKind.Text),
            new("CurrencyCode", LedgerColumnKind.Text),
            new("Gross", LedgerColumnKind.Amount, IsRequired: true),
            new("Tax", LedgerColumnKind.Amount),
            new("Retention", LedgerColumnKind.Amount),
            new("AdvanceRecovered", LedgerColumnKind.Amount),
            new("PaidFrom", LedgerColumnKind.Choice, typeof(PaymentSource), IsRequired: true),
            new("PaidOn", LedgerColumnKind.Date),
            new("PaymentReference", LedgerColumnKind.Text),
            new("BankReference", LedgerColumnKind.Text),
            new("Note", LedgerColumnKind.Text),
        ],
        [LedgerSheet.Applications] =
        [
            new("Number", LedgerColumnKind.Whole, IsRequired: true),
            new("On", LedgerColumnKind.Date, IsRequired: true),
            new("Procedure", LedgerColumnKind.Choice, typeof(WithdrawalProcedure), IsRequired: true),
            new("CurrencyCode", LedgerColumnKind.Text, IsRequired: true),
            new("PeriodFrom", LedgerColumnKind.Date),
            new("PeriodUntil", LedgerColumnKind.Date),
            new("Payee", LedgerColumnKind.Text),
            new("Address", LedgerColumnKind.Text),
            new("Bank", LedgerColumnKind.Text),
            new("Branch", LedgerColumnKind.Text),
            new("Account", LedgerColumnKind.Text),
            new("Swift", LedgerColumnKind.Text),
            new("Correspondent", LedgerColumnKind.Text),
            new("Special", LedgerColumnKind.Text),
            new("DonorReference", LedgerColumnKind.Text),
            new("Remarks", LedgerColumnKind.Text),
            new("SubmittedOn", LedgerColumnKind.Date),
            new("ApprovedOn", LedgerColumnKind.Date),
            new("NoticeNumber", LedgerColumnKind.Text),
            new("NoticeOn", LedgerColumnKind.Date),
            new("ClosedOn", LedgerColumnKind.Date),
        ],
        [LedgerSheet.Lines] =
        [
            new("ApplicationId", LedgerColumnKind.Application, IsRequired: true),
            new("CategoryId", LedgerColumnKind.Category),
            new("ContractId", LedgerColumnKind.Package),
            new("InvoiceId", LedgerColumnKind.Invoice),
            new("Description", LedgerColumnKind.Text),
            new("Amount", LedgerColumnKind.Amount),
            new("IsSoe", LedgerColumnKind.YesNo),
            new("Eligible", LedgerColumnKind.Amount),
            new("Percentage", LedgerColumnKind.Percentage),
            .. RateOf("Rate"),
            new("Disallowed", LedgerColumnKind.Amount),
            new("DisallowedFor", LedgerColumnKind.Choice, typeof(IneligibleReason)),
        ],
        [LedgerSheet.Payments] =
        [
            new("ApplicationId", LedgerColumnKind.Application, IsRequired: true),
            new("CategoryId", LedgerColumnKind.Category, IsRequired: true),
            new("ValueDate", LedgerColumnKind.Date, IsRequired: true),
            new("Paid", LedgerColumnKind.Amount, IsRequired: true),
            new("Charged", LedgerColumnKind.Amount),
            new("Source", LedgerColumnKind.Text),
            .. RateOf("Rupiah"),
        ],
    };

    /// <summary>The columns of a sheet, from B on.</summary>
    public static IReadOnlyList<LedgerColumn> Columns(LedgerSheet sheet) => Sheets[sheet];

    /// <summary>Where a field stands: 0 for A, the key's and what concerns the row as a whole.</summary>
    public static int IndexOf(LedgerSheet sheet, string? field) =>
        1 + Columns(sheet).Index().Where(column => column.Item.Field == field).Select(column => column.Index).DefaultIfEmpty(-1).First();

    private static IEnumerable<LedgerColumn> RateOf(string prefix) =>
    [
        new($"{prefix}.Rate", LedgerColumnKind.Rate),
        new($"{prefix}.Unit", LedgerColumnKind.Whole),
        new($"{prefix}.IsInverse", LedgerColumnKind.YesNo),
        new($"{prefix}.Type", LedgerColumnKind.Choice, typeof(Money.RateType)),
        new($"{prefix}.On", LedgerColumnKind.Date),
        new($"{prefix}.Source", LedgerColumnKind.Text),
    ];
}

/// <summary>By which a row of the workbook is known as a row that exists.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Version">Its version when the workbook was made: who changes it after somebody else has is told.</param>
public sealed record LedgerKey(Guid Id, int Version)
{
    /// <summary>Reads what <see cref="ToString"/> writes; null for anything else.</summary>
    public static LedgerKey? Find(string text) =>
        text.Trim().Split(':') is [var id, var version] && Guid.TryParseExact(id, "N", out var known)
        && int.TryParse(version, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number)
            ? new LedgerKey(known, number)
            : null;

    public override string ToString() => FormattableString.Invariant($"{Id:N}:{Version}");
}

/// <summary>A row of the workbook.</summary>
/// <param name="Sheet">Where it stands.</param>
/// <param name="Number">Row of the sheet, from 1.</param>
/// <param name="Key">Of the row it is to change; null for a new one.</param>
/// <param name="Values">
/// By field, blank ones left out: string, int, decimal, <see cref="DateOnly"/>, bool or a value of the column's enumeration; percentages out of a hundred.
/// </param>
public sealed record LedgerSheetRow(LedgerSheet Sheet, int Number, LedgerKey? Key, IReadOnlyDictionary<string, object> Values)
{
    /// <summary>By field, what stands in the cell as the spreadsheet shows it; empty for a row that was not read.</summary>
    public IReadOnlyDictionary<string, string> Texts { get; init; } = new Dictionary<string, string>();

    /// <summary>The value of a field, or the type's own nothing.</summary>
    public T? Value<T>(string field) => Values.TryGetValue(field, out var value) ? (T)value : default;

    /// <summary>The day in a field, or null.</summary>
    public DateOnly? Day(string field) => Value<DateOnly?>(field);
}

/// <summary>Something in an uploaded workbook that cannot be taken.</summary>
/// <param name="Sheet">Where it stands.</param>
/// <param name="Row">Row of the sheet, from 1.</param>
/// <param name="Field">Of <see cref="LedgerLayout"/>; the key's where the row as a whole is meant.</param>
/// <param name="Value">What stands there.</param>
/// <param name="Problem">Why it cannot be taken.</param>
public sealed record LedgerFault(LedgerSheet Sheet, int Row, string Field, string Value, Refusal Problem);

/// <summary>What was read from a workbook, with what could not be.</summary>
/// <param name="Tabs">What the sheets are called in this file.</param>
/// <param name="Rows">In the order of the sheets, from the top.</param>
/// <param name="Faults">Of single cells.</param>
public sealed record LedgerUpload(IReadOnlyDictionary<LedgerSheet, string> Tabs, IReadOnlyList<LedgerSheetRow> Rows, IReadOnlyList<LedgerFault> Faults)
{
    /// <summary>The rows of one sheet.</summary>
    public IEnumerable<LedgerSheetRow> Of(LedgerSheet sheet) => Rows.Where(row => row.Sheet == sheet);
}
