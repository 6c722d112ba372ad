using Microsoft.EntityFrameworkCore;
using ProjectCycle.Data;
using ProjectCycle.Domain;
using ProjectCycle.Domain.Ledger;
using ProjectCycle.Features.Ledger.Contracts;

namespace ProjectCycle.Features.Demo;

/// <summary>
/// The contracts of the demo, all of them samples: the plan of the procurement for the landfill and the wastewater plant, and contracts
/// that run for the upgrading of the slum. Agreements and categories must be there: they are looked up by project and code.
/// </summary>
internal sealed class DemoContracts(
    AppDbContext db, DemoClock clock, SaveContract contracts, SaveVariation variations, SaveGuarantee guarantees, SaveInvoice invoices, ReadProgress progress)
{
    /// <summary>Days from today on which all of it is entered.</summary>
    public const int EnteredOn = -4;

    private const string Landfill = "JMB-TPA-TALANGGULO";
    private const string Wastewater = "JMB-IPAL-TIMUR";
    private const string Slum = "JMB-KUMUH-UNHABITAT";

    /// <summary>Enters all of them; a refusal is a mistake here and throws.</summary>
    public async Task FillAsync(CancellationToken cancellation)
    {
        await PlanAsync(Landfill, "1", new()
        {
            PackageNumber = "CW-01",
            Description = "Contoh: pembangunan sel saniter dan instalasi lindi",
            Method = ProcurementMethod.InternationalBidding,
            BidOn = Day(150),
            StartsOn = Day(330),
            CompletionOn = Day(1060),
            CurrencyCode = "EUR",
            Amount = 8_200_000,
            Percentage = 90,
            RetentionPercentage = 5,
        }, cancellation);
        await PlanAsync(Landfill, "2", new()
        {
            PackageNumber = "G-01",
            Description = "Contoh: alat berat dan jembatan timbang",
            Method = ProcurementMethod.InternationalBidding,
            BidOn = Day(240),
            CurrencyCode = "EUR",
            Amount = 1_750_000,
            Percentage = 100,
        }, cancellation);
        await PlanAsync(Landfill, "3", new()
        {
            PackageNumber = "CS-01",
            Description = "Contoh: konsultan supervisi",
            Method = ProcurementMethod.QualityAndCost,
            BidOn = Day(120),
            CurrencyCode = "EUR",
            Amount = 980_000,
            Percentage = 100,
        }, cancellation);
        await PlanAsync(Wastewater, "1", new()
        {
            PackageNumber = "ICB-01",
            Description = "Contoh: instalasi pengolahan air limbah",
            Method = ProcurementMethod.InternationalBidding,
            State = ContractState.Tendering,
            BidOn = Day(-30),
            NoObjectionOn = Day(-25),
            CurrencyCode = "IDR",
            Amount = 310_000_000_000,
            Percentage = 85,
            RetentionPercentage = 5,
        }, cancellation);
        await PlanAsync(Wastewater, "1", new()
        {
            PackageNumber = "NCB-01",
            Description = "Contoh: jaringan perpipaan dan sambungan rumah",
            Method = ProcurementMethod.NationalBidding,
            Review = ReviewType.Post,
            BidOn = Day(90),
            CurrencyCode = "IDR",
            Amount = 214_500_000_000,
            Percentage = 85,
            RetentionPercentage = 5,
        }, cancellation);
        await WorksAsync(cancellation);
        await FacilitationAsync(cancellation);
        await RentAsync(cancellation);
    }

    /// <summary>A contract under way: varied once, secured, with an invoice in each state.</summary>
    private async Task WorksAsync(CancellationToken cancellation)
    {
        var (signed, number) = (Day(-75), "CONTOH/KTR/01");
        var id = await PlanAsync(Slum, "1", new()
        {
            PackageNumber = "CW-01",
            Description = "Contoh: jalan lingkungan dan saluran",
            Method = ProcurementMethod.Community,
            Review = ReviewType.Prior,
            State = ContractState.Running,
            BidOn = signed.AddDays(-30),
            NoObjectionOn = signed.AddDays(-12),
            AwardOn = signed.AddDays(-8),
            Contractor = "CV Contoh Karya",
            CountryCode = "ID",
            Number = number,
            SignedOn = signed,
            StartsOn = signed.AddDays(7),
            CompletionOn = Day(120),
            CurrencyCode = "USD",
            Amount = 52_000,
            Percentage = 90,
            Advance = 5_200,
            RetentionPercentage = 5,
        }, cancellation);
        Sound(await variations.AddAsync(Slum, new() { ContractId = id, Number = "CCO-1", On = Day(-32), Amount = 2_450.50m, CompletionOn = Day(150), NoObjectionOn = Day(-36), Reason = "Contoh: saluran diperpanjang." }, cancellation));
        Sound(await guarantees.AddAsync(Slum, new() { ContractId = id, Number = "CONTOH/JP/01", Issuer = "Bank Contoh", CurrencyCode = "USD", Amount = 2_600, ExpiresOn = Day(45) }, cancellation));
        Sound(await guarantees.AddAsync(Slum, new()
        {
            ContractId = id,
            Kind = GuaranteeKind.AdvancePayment,
            Number = "CONTOH/JUM/01",
            Issuer = "Bank Contoh",
            CurrencyCode = "USD",
            Amount = 5_200,
            ExpiresOn = Day(10),
            ReleasedOn = Day(-9),
        }, cancellation));
        await InvoiceAsync(id, "CONTOH/INV/01", -50, 14_000, PaymentSource.OwnFunds, -44, cancellation);
        await InvoiceAsync(id, "CONTOH/INV/02", -27, 11_500, PaymentSource.AdvanceAccount, -20, cancellation);
        await InvoiceAsync(id, "CONTOH/INV/03", -8, 9_750, PaymentSource.Unpaid, 0, cancellation);
        await ReadAsync(id, 58, -6, cancellation);
    }

    private async Task FacilitationAsync(CancellationToken cancellation)
    {
        var signed = Day(-90);
        var id = await PlanAsync(Slum, "2", new()
        {
            PackageNumber = "CS-01",
            Description = "Contoh: fasilitator masyarakat",
            Method = ProcurementMethod.IndividualConsultant,
            Review = ReviewType.Post,
            State = ContractState.Running,
            AwardOn = signed.AddDays(-5),
            Contractor = "Fasilitator (contoh)",
            CountryCode = "ID",
            Number = "CONTOH/KTR/02",
            SignedOn = signed,
            StartsOn = signed,
            CompletionOn = Day(200),
            CurrencyCode = "IDR",
            Amount = 144_000_000,
            Percentage = 100,
        }, cancellation);
        Sound(await invoices.AddAsync(Slum, new()
        {
            ContractId = id,
            Number = "CONTOH/FAS/01",
            On = Day(-40),
            Description = "Contoh: honorarium tiga bulan",
            Gross = 36_000_000,
            Tax = 1_800_000,
            PaidFrom = PaymentSource.OwnFunds,
            PaidOn = Day(-38),
            PaymentReference = "CONTOH-TRF-2",
        }, cancellation));
        await ReadAsync(id, 31, -6, cancellation);
    }

    /// <summary>Running costs, without a contract.</summary>
    private async Task RentAsync(CancellationToken cancellation)
    {
        var category = await CategoryAsync(Slum, "3", cancellation);
        Sound(await invoices.AddAsync(Slum, new()
        {
            FinancingId = category.FinancingId,
            CategoryId = category.Id,
            Number = "CONTOH/SEWA/11",
            On = Day(-15),
            Description = "Contoh: sewa ruang rapat warga",
            Payee = "Koperasi Contoh",
            CountryCode = "ID",
            CurrencyCode = "IDR",
            Gross = 2_750_000,
            PaidFrom = PaymentSource.OwnFunds,
            PaidOn = Day(-14),
            PaymentReference = "CONTOH-TRF-3",
        }, cancellation));
    }

    private async Task<Guid> PlanAsync(string project, string category, ContractInput input, CancellationToken cancellation)
    {
        var (id, financing) = await CategoryAsync(project, category, cancellation);
        return Sound(await contracts.AddAsync(project, input with { FinancingId = financing, CategoryId = id, Note = "Contoh; bukan paket sebenarnya. / Sample; no real package." }, cancellation));
    }

    private async Task InvoiceAsync(Guid contract, string number, int on, decimal gross, PaymentSource from, int paidOn, CancellationToken cancellation) =>
        Sound(await invoices.AddAsync(Slum, new()
        {
            ContractId = contract,
            Number = number,
            On = Day(on),
            Description = "Contoh: termin pekerjaan",
            Gross = gross,
            Tax = Math.Round(gross / 11, 2),
            Retention = gross / 20,
            AdvanceRecovered = gross / 10,
            PaidFrom = from,
            PaidOn = from == PaymentSource.Unpaid ? null : Day(paidOn),
            PaymentReference = from == PaymentSource.Unpaid ? "" : "CONTOH-TRF-1",
        }, cancellation));

    private async Task ReadAsync(Guid contract, decimal percentage, int on, CancellationToken cancellation)
    {
        var version = await db.Contracts.AsNoTracking().Where(c => c.Id == contract).Select(c => c.Version).FirstAsync(cancellation);
        Sound(await progress.HandleAsync(contract, new() { Percentage = percentage, On = Day(on) }, version, cancellation));
    }

    /// <summary>The category with this code; the first of the project where it has none of that code.</summary>
    private async Task<(Guid Id, Guid FinancingId)> CategoryAsync(string project, string code, CancellationToken cancellation)
    {
        var categories = await db.Categories.AsNoTracking().Where(c => db.Projects.Any(p => p.Id == c.ProjectId && p.Code == project))
            .OrderByDescending(c => c.Code == code).ThenBy(c => c.Code).Select(c => new { c.Id, c.FinancingId }).ToListAsync(cancellation);
        return categories is [var first, ..] ? (first.Id, first.FinancingId) : throw new InvalidOperationException($"{project} has no category of expenditure.");
    }

    private DateOnly Day(int fromToday) => clock.Today.AddDays(fromToday);

    private static T Sound<T>(Outcome<T> outcome) => outcome.Value;
}
