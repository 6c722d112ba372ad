using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ProjectCycle.Data;
using ProjectCycle.Domain.Deadlines;
using ProjectCycle.Domain.Ledger;
using ProjectCycle.Domain.Money;
using ProjectCycle.Features.Reports.Ledger;

namespace ProjectCycle.Benchmarks;

/// <param name="Lines">Lines of applications for withdrawal.</param>
/// <param name="Times">How often each workbook is made, in a process of its own each time.</param>
/// <param name="Postgres">Connection string; null for SQLite.</param>
internal sealed record WorkbookOptions(int Lines, int Times, string? Postgres);

/// <summary>Seeds an empty data folder, fills it with applications, and measures the verb that makes their workbooks.</summary>
internal static class WorkbookRun
{
    private const int Financings = 100;
    private const int ContractsEach = 20;

    /// <summary>Each in a category of its own, so that the register has as many rows as the statement.</summary>
    private const int LinesEach = 5;

    /// <summary>No row at all: what the program takes by itself.</summary>
    private const string Nothing = "?project=none";

    private static readonly string[] Reports = [LedgerReports.Withdrawals, LedgerReports.Expenditure];

    public static async Task<int> RunAsync(WorkbookOptions options, CancellationToken cancellation)
    {
        var folder = Directory.CreateTempSubdirectory("projectcycle-bench-");
        try
        {
            var program = new ServedProgram(folder.FullName, options.Postgres);
            await program.RunAsync(["seed", "--projects", Financings.ToString(CultureInfo.InvariantCulture)], cancellation);
            await using (var factory = program.Inside())
                Console.WriteLine($"{(options.Postgres is null ? "SQLite" : "PostgreSQL")}, {await FillAsync(factory.Services, options, cancellation)}, {Environment.ProcessorCount} processors");
            SqliteConnection.ClearAllPools();
            Console.WriteLine("| workbook | rows and bytes | wall s | CPU s | peak MiB |");
            Console.WriteLine("|---|---|---|---|---|");
            foreach (var (report, query) in Reports.SelectMany(report => Enumerable.Repeat((report, ""), options.Times)).Prepend((Reports[0], Nothing)))
            {
                var file = Path.Combine(folder.FullName, $"{report}.xlsx");
                var run = await program.RunAsync(["report", report, "--out", file, "--query", query], cancellation);
                Console.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"| {report} {query} | {run.Output.Trim().Split('\n')[^1][(file.Length + 2)..]} | {run.Wall.TotalSeconds:F1} | {run.Cpu.TotalSeconds:F1} | {run.PeakMemory / 1024 / 1024} |"));
            }
            return 0;
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            folder.Delete(recursive: true);
        }
    }

    /// <summary>No audit, a context for each agreement.</summary>
    private static async Task<string> FillAsync(IServiceProvider services, WorkbookOptions options, CancellationToken cancellation)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        var open = SameDatabase.WithoutTrail(db);
        var today = IndonesianZone.Wib.Today(TimeProvider.System);
        var projects = await db.Projects.OrderBy(p => p.Code).Select(p => p.Id).ToListAsync(cancellation);
        var agreements = await db.Agreements.Select(a => a.Id).ToListAsync(cancellation);
        var person = await db.Users.Select(u => u.Id).FirstAsync(cancellation);
        var random = new Random(20_170_516);
        for (var i = 0; i < projects.Count; i++)
        {
            await using var rows = open();
            rows.ChangeTracker.AutoDetectChangesEnabled = false;
            rows.AddRange(LedgerOf(projects[i], agreements[i % agreements.Count], person, options.Lines / projects.Count / LinesEach, today, random));
            await rows.SaveChangesAsync(cancellation);
        }
        await db.Withdrawals.ExecuteUpdateAsync(set => set.SetProperty(a => a.State, WithdrawalState.Noticed), cancellation);
        await db.Database.ExecuteSqlRawAsync(options.Postgres is null ? "PRAGMA optimize" : "VACUUM ANALYZE", cancellation);
        return $"{await db.Withdrawals.CountAsync(cancellation)} applications, {await db.WithdrawalLines.CountAsync(cancellation)} lines, {await db.Invoices.CountAsync(cancellation)} invoices, {await db.Disbursements.CountAsync(cancellation)} payments";
    }

    /// <summary>In US dollars, with invoices in rupiah.</summary>
    private static IEnumerable<object> LedgerOf(Guid project, Guid agreement, Guid person, int applications, DateOnly today, Random random)
    {
        var financing = new Financing
        {
            ProjectId = project,
            AgreementId = agreement,
            Number = 1,
            Kind = FinancingKind.OnLending,
            CurrencyCode = "USD",
            MinorUnits = 50_000_000_00,
            ExecutingAgency = "Dinas Pekerjaan Umum (benchmark)",
            SignedOn = today.AddDays(-900),
            EffectiveOn = today.AddDays(-800),
            OriginalClosingOn = today.AddDays(900),
            ClosingOn = today.AddDays(900),
        };
        yield return financing;
        var categories = Enumerable.Range(1, LinesEach)
            .Select(n => new ExpenditureCategory { ProjectId = project, FinancingId = financing.Id, Code = $"{n}A", Name = "Works", MinorUnits = 10_000_000_00, Percentage = 0.8m }).ToList();
        var contracts = Enumerable.Range(0, ContractsEach).Select(n => new Contract
        {
            ProjectId = project,
            FinancingId = financing.Id,
            CategoryId = categories[n % LinesEach].Id,
            PackageNumber = $"NCB-W{n:D2}",
            DonorNumber = $"PCSS-{n:D4}",
            Number = $"602/{n:D3}/SPK/2025",
            Description = "Civil works of the sewer network",
            Contractor = $"PT Contoh Karya {n}",
            CurrencyCode = "IDR",
            MinorUnits = 12_000_000_000_00,
            Percentage = 0.8m,
            SignedOn = today.AddDays(-random.Next(700)),
            State = ContractState.Running,
        }).ToList();
        foreach (var row in categories.Concat<object>(contracts))
            yield return row;
        for (var i = 0; i < applications; i++)
        {
            var application = new WithdrawalApplication
            {
                ProjectId = project,
                FinancingId = financing.Id,
                Number = i + 1,
                Procedure = WithdrawalProcedure.Reimbursement,
                CurrencyCode = "USD",
                PreparedById = person,
                Remarks = "Reimbursement of works certified in the month",
            };
            application.Date(today.AddDays(-random.Next(700)));
            yield return application;
            for (var n = 0; n < LinesEach; n++)
            {
                foreach (var row in LineOf(application, categories[n], contracts[(i * LinesEach) % ContractsEach + n], $"INV-{i:D4}-{n}", random))
                    yield return row;
            }
        }
    }

    private static IEnumerable<object> LineOf(WithdrawalApplication application, ExpenditureCategory category, Contract contract, string number, Random random)
    {
        var rate = new BookedRate(16_000, 1, RateType.BiMiddle, application.On, "benchmark", IsInverse: true);
        var gross = random.Next(10_000_000, 900_000_000) * 100L;
        var claimed = gross * 8 / 10 / 16_000;
        var invoice = new Invoice
        {
            ProjectId = application.ProjectId,
            FinancingId = application.FinancingId,
            ContractId = contract.Id,
            CategoryId = category.Id,
            Number = number,
            On = application.On.AddDays(-20),
            Description = "Progress claim of the month",
            Payee = contract.Contractor,
            CountryCode = "ID",
            CurrencyCode = "IDR",
            Gross = gross,
            PaidFrom = PaymentSource.OwnFunds,
            PaidOn = application.On.AddDays(-5),
            PaymentReference = $"SP2D-{number}",
            BankReference = $"BPD-{number}",
        };
        yield return invoice;
        yield return new WithdrawalLine
        {
            ProjectId = application.ProjectId,
            FinancingId = application.FinancingId,
            ApplicationId = application.Id,
            CategoryId = category.Id,
            InvoiceId = invoice.Id,
            ContractId = contract.Id,
            InvoiceCurrencyCode = "IDR",
            IsSoe = true,
            Eligible = gross,
            Percentage = 0.8m,
            ClaimedLocal = gross * 8 / 10,
            Rate = rate,
            Claimed = claimed,
        };
        yield return new Disbursement
        {
            ProjectId = application.ProjectId,
            FinancingId = application.FinancingId,
            ApplicationId = application.Id,
            CategoryId = category.Id,
            ValueDate = application.On.AddDays(30),
            CurrencyCode = "USD",
            Paid = claimed,
            Charged = claimed,
            ChargedRate = BookedRate.Same,
            Rupiah = claimed * 16_000,
            RupiahRate = new BookedRate(16_000, 1, RateType.BiMiddle, application.On.AddDays(30), "benchmark"),
            BookedById = application.PreparedById,
            BookedAt = application.On.AddDays(30).ToDateTime(default, DateTimeKind.Utc),
        };
    }
}
