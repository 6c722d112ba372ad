using System.Diagnostics.CodeAnalysis;
using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;
using ProjectCycle.Domain.Ledger;
using ProjectCycle.Domain.Partners;

namespace ProjectCycle.Testing;

/// <summary>Sound rows of contracts and what they hang on.</summary>
public static class ContractSamples
{
    /// <summary>Before the clock of the tests began.</summary>
    [SuppressMessage("Naming", "CA1720", Justification = "Signed by people: not the kind of number.")]
    public static readonly DateOnly Signed = new(2026, 1, 20);

    public static Financing Financing(Guid projectId, Agreement agreement, string currency = "EUR", int number = 1) => new()
    {
        ProjectId = projectId,
        AgreementId = agreement.Id,
        Number = number,
        CurrencyCode = currency,
        MinorUnits = 13_400_000_00,
    };

    public static ExpenditureCategory Category(Financing financing, string code = "1A") => new()
    {
        ProjectId = financing.ProjectId,
        FinancingId = financing.Id,
        Code = code,
        Name = "Civil works",
        MinorUnits = 9_000_000_00,
        Percentage = 0.8m,
    };

    /// <summary>A contract of EUR 1,000,000 that is signed and runs, with an advance of 100,000.</summary>
    public static Contract Contract(ExpenditureCategory category, string package = "CW-01") => new()
    {
        ProjectId = category.ProjectId,
        FinancingId = category.FinancingId,
        CategoryId = category.Id,
        PackageNumber = package,
        Description = "Sanitary cell",
        Method = ProcurementMethod.InternationalBidding,
        Review = ReviewType.Prior,
        State = ContractState.Running,
        NoObjectionOn = Signed.AddDays(-20),
        AwardOn = Signed.AddDays(-10),
        Contractor = "PT Contoh",
        CountryCode = "ID",
        Number = "K-1",
        SignedOn = Signed,
        StartsOn = Signed.AddDays(7),
        CompletionOn = Signed.AddDays(400),
        CurrencyCode = "EUR",
        MinorUnits = 1_000_000_00,
        Percentage = 0.8m,
        Advance = 100_000_00,
        RetentionPercentage = 0.05m,
    };

    public static Invoice Invoice(Contract contract, string number, long gross) => new()
    {
        ProjectId = contract.ProjectId,
        FinancingId = contract.FinancingId,
        ContractId = contract.Id,
        CategoryId = contract.CategoryId,
        Number = number,
        On = Signed.AddDays(30),
        Description = "Progress claim",
        Payee = contract.Contractor,
        CountryCode = contract.CountryCode,
        CurrencyCode = contract.CurrencyCode,
        Gross = gross,
    };

    public static ContractVariation Variation(Contract contract, string number, long minorUnits) => new()
    {
        ProjectId = contract.ProjectId,
        FinancingId = contract.FinancingId,
        ContractId = contract.Id,
        Number = number,
        On = Signed.AddDays(20),
        MinorUnits = minorUnits,
        NoObjectionOn = Signed.AddDays(15),
        Reason = "More drains",
    };

    public static Guarantee Guarantee(Contract contract, string number, DateOnly expiresOn) => new()
    {
        ProjectId = contract.ProjectId,
        FinancingId = contract.FinancingId,
        ContractId = contract.Id,
        Kind = GuaranteeKind.Performance,
        Number = number,
        Issuer = "Bank Contoh",
        CurrencyCode = contract.CurrencyCode,
        MinorUnits = 50_000_00,
        ExpiresOn = expiresOn,
    };

    /// <summary>An application with one line for an invoice, where it stands when it is begun.</summary>
    public static (WithdrawalApplication Application, WithdrawalLine Line) Claim(Invoice invoice, Guid preparedBy, int number = 1, long disallowed = 0)
    {
        var application = new WithdrawalApplication
        {
            ProjectId = invoice.ProjectId,
            FinancingId = invoice.FinancingId,
            Number = number,
            On = invoice.On,
            CurrencyCode = invoice.CurrencyCode,
            PreparedById = preparedBy,
        };
        var line = new WithdrawalLine
        {
            ProjectId = invoice.ProjectId,
            FinancingId = invoice.FinancingId,
            ApplicationId = application.Id,
            CategoryId = invoice.CategoryId,
            InvoiceId = invoice.Id,
            ContractId = invoice.ContractId,
            InvoiceCurrencyCode = invoice.CurrencyCode,
            Percentage = 0.8m,
            Eligible = invoice.Gross,
            ClaimedLocal = invoice.Gross / 10 * 8,
            Claimed = invoice.Gross / 10 * 8,
            Disallowed = disallowed,
        };
        return (application, line);
    }

    /// <summary>What an agreement pays for a project and one category of it, written to the database.</summary>
    public static async Task<(Financing Financing, ExpenditureCategory Category)> FinanceAsync(this World world, string code, Agreement? agreement = null, int number = 1)
    {
        var project = await world.ReadAsync(db => db.Projects.Where(p => p.Code == code).Select(p => p.Id).SingleAsync());
        var financing = Financing(project, agreement ?? world.Agreement, number: number);
        var category = Category(financing);
        await world.AddAsync(financing, category);
        return (financing, category);
    }

    /// <summary>Writes rows to the database.</summary>
    public static Task AddAsync(this World world, params object[] rows) => world.WriteAsync((AppDbContext db) =>
    {
        db.AddRange(rows);
        return Task.CompletedTask;
    });
}
