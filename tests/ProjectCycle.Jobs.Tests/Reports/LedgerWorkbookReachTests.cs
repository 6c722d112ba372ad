using System.IO.Compression;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ProjectCycle.Data;
using ProjectCycle.Domain;
using ProjectCycle.Domain.Ledger;
using ProjectCycle.Domain.Money;
using ProjectCycle.Domain.Partners;
using ProjectCycle.Domain.People;
using ProjectCycle.Features.Reports;
using ProjectCycle.Features.Reports.Ledger;
using ProjectCycle.Jobs.Outbox;
using ProjectCycle.Testing;
using ProjectCycle.Testing.Databases;

namespace ProjectCycle.Jobs.Tests.Reports;

/// <summary>The finished files of an observer, who may know one agreement of a project and not its others.</summary>
public sealed class LedgerWorkbookReachTests
{
    /// <summary>In every word of the other agreement.</summary>
    private const string Word = "RAHASIA";

    /// <summary>In its amounts.</summary>
    private const string Digits = "7777";

    [Theory]
    [OnSqlite]
    [OnPostgres]
    public async Task Pump_ForAnObserverOfOneAgreement_MakesFilesThatKnowNothingOfAnother(DatabaseProvider provider)
    {
        await using var world = await World.CreateAsync(provider, services => services.AddJobs(new JobsOptions { Enabled = false }, DatabaseProvider.Sqlite, ""));
        var code = await world.RegisterAsync("JMB-01");
        await FurnishAsync(await WithdrawalSamples.CreateAsync(world, code), 1_572_500_000, 60_000m, 100_000_00);
        await world.AddAsync(new ExchangeRate { FromCode = "USD", ToCode = "IDR", On = new DateOnly(2026, 3, 3), Type = RateType.BiMiddle, Rate = 15_000m });
        var alone = await FilesAsync(world, Role.Observer, new LedgerReportFilter());

        var secret = await FurnishSecretAsync(world, code);

        var beside = await FilesAsync(world, Role.Observer, new LedgerReportFilter());
        var asked = await FilesAsync(world, Role.Observer, new LedgerReportFilter { Financing = secret });
        var whole = await FilesAsync(world, Role.Auditor, new LedgerReportFilter());
        foreach (var report in LedgerReports.All)
        {
            Assert.Equal((report, alone[report]), (report, beside[report])); // no sum, rate, curve or count has changed either
            Assert.Contains(world.Agreement.Number, beside[report], StringComparison.Ordinal);
            Assert.All([beside[report], asked[report]], file => Assert.DoesNotContain(Word, file, StringComparison.Ordinal));
            Assert.All([beside[report], asked[report]], file => Assert.DoesNotContain(Digits, file, StringComparison.Ordinal));
            Assert.Contains(Word, whole[report], StringComparison.Ordinal);
        }
        Assert.Contains(Digits, whole[LedgerReports.Quarters], StringComparison.Ordinal);
        Assert.Contains(">100000<", SheetOf(beside[LedgerReports.Quarters], 2), StringComparison.Ordinal); // the curve is drawn
    }

    /// <summary>An agreement in dollars with everything a workbook could show, and one in euro, which has no rate.</summary>
    private static async Task<Guid> FurnishSecretAsync(World world, string code)
    {
        var (dollars, euro) = (Secret(world.Partner), Secret(world.Partner));
        await world.AddAsync(dollars, euro);
        var references = PlanningReferences.None with { LoanCode = Word, RegisterNumber = Word, EchelonUnit = Word };
        var money = await WithdrawalSamples.CreateAsync(
            world, code, dollars, f => (f.Number, f.MinorUnits, f.Lender, f.ExecutingAgency, f.References) = (2, 77_777_777_77, Word, Word, references));
        await WithdrawalSamples.CreateAsync(world, code, euro, f => (f.Number, f.CurrencyCode, f.Lender, f.References) = (3, "EUR", Word, references));
        await world.WriteAsync(async db =>
        {
            foreach (var category in await db.Categories.Where(c => c.FinancingId == money.Financing.Id).ToListAsync())
                category.Name = Word;
            var contract = await db.Contracts.SingleAsync(c => c.Id == money.Contract.Id);
            (contract.PackageNumber, contract.Description, contract.Contractor, contract.MinorUnits) = (Word, Word, Word, 777_700_000_00);
        });
        await FurnishAsync(money, 777_700_000, 7_777.77m, 77_777_00, invoice => (invoice.Description, invoice.Payee, invoice.Note) = (Word, Word, Word));
        return money.Financing.Id;
    }

    private static Agreement Secret(Partner partner)
    {
        var agreement = Samples.Agreement(partner);
        agreement.Number = $"{Word} {agreement.Number}";
        return agreement;
    }

    /// <summary>An invoice on a statement, claimed and paid in part, a plan for the year, and counterpart.</summary>
    private static async Task FurnishAsync(WithdrawalSamples money, decimal rupiah, decimal paid, long planned, Action<Invoice>? change = null)
    {
        var application = await money.BeginAsync();
        await money.AddAsync(money.Line(application, await money.InvoiceAsync(rupiah, change)) with { IsSoe = true });
        await money.ApproveAsync(application);
        _ = (await money.PayAsync(application, money.Payment(paid))).Value;
        var (project, financing) = (money.Financing.ProjectId, money.Financing.Id);
        await money.World.AddAsync(
            new Projection
            {
                ProjectId = project,
                FinancingId = financing,
                Points = [new ProjectionPoint { On = new DateOnly(2026, 1, 1), Cumulative = 0 }, new ProjectionPoint { On = new DateOnly(2026, 12, 31), Cumulative = planned }],
            },
            new CounterpartYear { ProjectId = project, FinancingId = financing, Kind = CounterpartKind.CashApbd, Year = 2026, CurrencyCode = "IDR", Pledged = planned, Budgeted = planned });
        await money.World.WriteAsync(async db =>
        {
            var row = await db.Financings.SingleAsync(f => f.Id == financing);
            if (row.References.LoanCode == "")
                row.References = row.References with { LoanCode = money.World.Agreement.Number };
        });
    }

    /// <summary>All parts of each workbook as one text.</summary>
    private static async Task<Dictionary<string, string>> FilesAsync(World world, Role role, LedgerReportFilter filter)
    {
        var ids = new Dictionary<string, Guid>();
        foreach (var report in LedgerReports.All)
            ids.Add(report, (await world.AsAsync<RequestReport, Outcome<Guid>>(role, r => r.HandleAsync(report, filter, default))).Value);
        await world.Services.Root.GetRequiredService<OutboxPump>().RunAsync(default);
        var files = new Dictionary<string, string>();
        foreach (var (report, id) in ids)
            files.Add(report, await world.AsAsync<RequestReport, string>(role, r => TextAsync(r, id)));
        return files;
    }

    private static async Task<string> TextAsync(RequestReport reports, Guid id)
    {
        await using var content = (await reports.OpenAsync(id, default))!.Content;
        await using var zip = new ZipArchive(content);
        var text = "";
        foreach (var entry in zip.Entries)
        {
            using var reader = new StreamReader(await entry.OpenAsync());
            text += $"\n{entry.FullName}\n{await reader.ReadToEndAsync()}";
        }
        return text;
    }

    private static string SheetOf(string file, int number) =>
        file.Split("\nxl/worksheets/").Single(part => part.StartsWith(FormattableString.Invariant($"sheet{number}.xml\n"), StringComparison.Ordinal));
}
