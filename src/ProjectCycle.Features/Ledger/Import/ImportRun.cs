using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;
using ProjectCycle.Domain;
using ProjectCycle.Domain.Ledger;
using ProjectCycle.Domain.Money;

namespace ProjectCycle.Features.Ledger.Import;

/// <summary>A contract as cells name it.</summary>
internal sealed record NamedContract(Guid Id, string CurrencyCode, string Contractor);

/// <summary>An invoice as cells name it.</summary>
internal sealed record NamedInvoice(Guid Id, string Number, Guid? ContractId);

/// <summary>An application as cells name it.</summary>
internal sealed record NamedApplication(Guid Id, string CurrencyCode)
{
    public Currency Currency => Currencies.All[CurrencyCode];
}

/// <summary>One way through a workbook: what cells may name, what was taken, and what is wrong.</summary>
internal sealed class ImportRun(string projectCode, Financing financing, LedgerUpload upload, string fileName)
{
    private readonly HashSet<(LedgerSheet, int, string)> _told = [.. upload.Faults.Select(fault => (fault.Sheet, fault.Row, fault.Field))];
    private readonly List<LedgerFault> _faults = [.. upload.Faults];

    /// <summary>The row that bears a key first; rows further down with the same one were copied from it.</summary>
    private readonly Dictionary<(LedgerSheet, Guid), LedgerSheetRow> _originals = upload.Rows.Where(row => row.Key is not null)
        .GroupBy(row => (row.Sheet, row.Key!.Id)).ToDictionary(same => same.Key, same => same.First());

    public string ProjectCode { get; } = projectCode;
    public Financing Financing { get; } = financing;
    public LedgerUpload Upload { get; } = upload;

    /// <summary>As the person's file is called.</summary>
    public string FileName { get; } = fileName;

    public Dictionary<string, Guid> Categories { get; } = new(StringComparer.Ordinal);
    public Dictionary<string, NamedContract> Contracts { get; } = new(StringComparer.Ordinal);
    public ILookup<string, NamedInvoice> Invoices { get; private set; } = Enumerable.Empty<NamedInvoice>().ToLookup(invoice => invoice.Number);
    public Dictionary<int, NamedApplication> Applications { get; } = [];

    /// <summary>Rows that were taken, in that order, with the input they had before.</summary>
    public List<(LedgerSheetRow Row, Guid Id, string? Before)> Taken { get; } = [];

    /// <summary>Rows that say what is there already.</summary>
    public List<LedgerSheetRow> Same { get; } = [];

    /// <summary>Applications of which something could not be taken: what follows from it is not blamed on their later steps.</summary>
    public HashSet<Guid> Broken { get; } = [];

    /// <summary>By sheet, row and column.</summary>
    public IReadOnlyList<LedgerFault> Faults => [.. _faults.OrderBy(fault => fault.Sheet).ThenBy(fault => fault.Row).ThenBy(fault => LedgerLayout.IndexOf(fault.Sheet, fault.Field))];

    /// <summary>The application with this id.</summary>
    public NamedApplication ApplicationOf(Guid id) => Applications.Values.First(application => application.Id == id);

    /// <summary>Reads the categories and applications there are.</summary>
    public async Task BeginAsync(AppDbContext db, CancellationToken cancellation)
    {
        var id = Financing.Id;
        foreach (var category in await db.Categories.Where(c => c.FinancingId == id).OrderBy(c => c.Code).Select(c => new { c.Code, c.Id }).ToListAsync(cancellation))
            Categories[category.Code] = category.Id;
        foreach (var application in await db.Withdrawals.Where(a => a.FinancingId == id).Select(a => new { a.Number, a.Id, a.CurrencyCode }).ToListAsync(cancellation))
            Applications[application.Number] = new NamedApplication(application.Id, application.CurrencyCode);
    }

    /// <summary>Reads the contracts and invoices there are by now.</summary>
    public async Task LookAsync(AppDbContext db, CancellationToken cancellation)
    {
        var id = Financing.Id;
        foreach (var contract in await db.Contracts.Where(c => c.FinancingId == id).Select(c => new { c.PackageNumber, c.Id, c.CurrencyCode, c.Contractor }).ToListAsync(cancellation))
            Contracts[contract.PackageNumber] = new NamedContract(contract.Id, contract.CurrencyCode, contract.Contractor);
        Invoices = (await db.Invoices.Where(i => i.FinancingId == id).Select(i => new NamedInvoice(i.Id, i.Number, i.ContractId)).ToListAsync(cancellation))
            .ToLookup(invoice => invoice.Number, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Notes what is wrong with a row, once for each cell; what is not about one of its cells is about the row.</summary>
    public void Refuse(LedgerSheetRow row, Refusal problem, string? field = null)
    {
        var name = field ?? problem.Field ?? LedgerLayout.Key;
        if (LedgerLayout.IndexOf(row.Sheet, name) == 0)
            name = LedgerLayout.Key;
        if (_told.Add((row.Sheet, row.Number, name)))
            _faults.Add(new LedgerFault(row.Sheet, row.Number, name, row.Texts.GetValueOrDefault(name, ""), problem));
    }

    /// <summary>Notes several.</summary>
    public void Refuse(LedgerSheetRow row, IEnumerable<Refusal> problems)
    {
        foreach (var problem in problems)
            Refuse(row, problem);
    }

    /// <summary>
    /// True, and noted, for a row with the key of another one further up: a spreadsheet copies the hidden key along with a row, and what
    /// was meant to be new would overwrite what it was copied from.
    /// </summary>
    public bool IsCopied(LedgerSheetRow row)
    {
        if (row.Key is not { } key || _originals[(row.Sheet, key.Id)] is var original && ReferenceEquals(original, row))
            return false;
        Refuse(row, new Refusal("row-key-twice", LedgerLayout.Key, original.Number));
        return true;
    }

    /// <summary>Notes the cells that a new row must have and that are blank.</summary>
    public void RefuseBlanks(LedgerSheetRow row) =>
        Refuse(row, LedgerLayout.Columns(row.Sheet).Where(column => column.IsRequired && !row.Values.ContainsKey(column.Field)).Select(column => new Refusal("required", column.Field)));

    /// <summary>The category a cell names; null after a fault was noted, or for a blank cell.</summary>
    public Guid? Category(LedgerSheetRow row, string field)
    {
        if (row.Value<string>(field) is not { } code)
            return null;
        if (NameOf(code, Categories) is { } name)
            return Categories[name];
        Refuse(row, new Refusal("unknown-category", field));
        return null;
    }

    /// <summary>The contract a cell names; null after a fault was noted, or for a blank cell.</summary>
    public NamedContract? Contract(LedgerSheetRow row, string field)
    {
        if (row.Value<string>(field) is not { } package)
            return null;
        if (NameOf(package, Contracts) is { } name)
            return Contracts[name];
        RefuseUnlessBroughtAlong(row, field, LedgerSheet.Contracts, "PackageNumber", package, "unknown-contract");
        return null;
    }

    /// <summary>The invoice a cell names, of the contract beside it; null after a fault was noted, or for a blank cell.</summary>
    public NamedInvoice? Invoice(LedgerSheetRow row, string field, NamedContract? contract)
    {
        if (row.Value<string>(field) is not { } number)
            return null;
        var found = Invoices[number].Where(invoice => contract is null || invoice.ContractId == contract.Id).ToList();
        if (found.Count == 1)
            return found[0];
        if (found.Count > 1)
            Refuse(row, new Refusal("invoice-ambiguous", field, number));
        else
            RefuseUnlessBroughtAlong(row, field, LedgerSheet.Invoices, "Number", number, "unknown-invoice");
        return null;
    }

    /// <summary>The application a cell names; null after a fault was noted, or for a blank cell.</summary>
    public NamedApplication? Application(LedgerSheetRow row, string field)
    {
        if (!row.Values.TryGetValue(field, out var value))
            return null;
        var number = (int)value;
        if (Applications.TryGetValue(number, out var application))
            return application;
        RefuseUnlessBroughtAlong(row, field, LedgerSheet.Applications, "Number", number, "unknown-withdrawal");
        return null;
    }

    /// <summary>The one a cell means: as it is written there, else the only one that differs from it in case alone.</summary>
    private static string? NameOf<T>(string said, Dictionary<string, T> known) =>
        known.ContainsKey(said) ? said : known.Keys.Where(name => name.Equals(said, StringComparison.OrdinalIgnoreCase)).Take(2).ToList() is [var only] ? only : null;

    /// <summary>What stands on another sheet but could not be taken has a fault of its own there.</summary>
    private void RefuseUnlessBroughtAlong(LedgerSheetRow row, string field, LedgerSheet sheet, string key, object name, string code)
    {
        var isBrought = Upload.Of(sheet).Any(other => other.Values.TryGetValue(key, out var given)
            && (Equals(given, name) || given is string text && text.Equals(name as string, StringComparison.OrdinalIgnoreCase)));
        if (!isBrought)
            Refuse(row, new Refusal(code, field));
    }
}
