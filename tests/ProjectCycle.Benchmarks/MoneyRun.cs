using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ProjectCycle.Data;
using ProjectCycle.Domain.Deadlines;
using ProjectCycle.Domain.Ledger;
using ProjectCycle.Domain.Money;
using ProjectCycle.Features.Demo;

namespace ProjectCycle.Benchmarks;

/// <param name="Rows">Withdrawal lines, payments and invoices together.</param>
/// <param name="Postgres">Connection string; null for SQLite.</param>
internal sealed record MoneyOptions(int Projects, int Rows, TimeSpan Time, string? Postgres);

/// <summary>Seeds an empty data folder, fills the ledger, and measures the money of all projects.</summary>
internal static class MoneyRun
{
    private const int ContractsEach = 4;
    private const int ApplicationsEach = 12;
    private const int PlanQuarters = 16;
    private const int Financings = 2_000;

    /// <summary>Until the runtime has compiled what it has seen to be busy.</summary>
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(30);

    private static readonly (string Name, string Path)[] Pages =
    [
        ("money of all projects", "/money"),
        ("the same in EUR by amount", "/money?into=EUR&sort=-net"),
        ("one class of one currency", "/money?class=Behind&currency=USD"),
        ("S-curve of all projects", "/money/curve"),
        ("money of a project", "/projects/{code}/money"),
    ];

    private static readonly string[] Currencies = ["EUR", "USD", "IDR", "JPY"];

    public static async Task<int> RunAsync(MoneyOptions options, CancellationToken cancellation)
    {
        var folder = Directory.CreateTempSubdirectory("projectcycle-bench-");
        try
        {
            var program = new ServedProgram(folder.FullName, options.Postgres);
            await program.RunAsync(["seed", "--projects", options.Projects.ToString(CultureInfo.InvariantCulture)], cancellation);
            var watch = Stopwatch.StartNew();
            string filled;
            await using (var factory = program.Inside())
                filled = await FillAsync(factory.Services, options, cancellation);
            Console.WriteLine($"{(options.Postgres is null ? "SQLite" : "PostgreSQL")}, {options.Projects} projects, {filled}, {Environment.ProcessorCount} processors, filled in {watch.Elapsed.TotalSeconds:F0} s");
            await MeasureAsync(program, options, cancellation);
            return 0;
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            folder.Delete(recursive: true);
        }
    }

    private static async Task MeasureAsync(ServedProgram program, MoneyOptions options, CancellationToken cancellation)
    {
        var queries = await QueryCounts.OfAsync(program, Pages, cancellation);
        using var server = await program.ServeAsync(cancellation);
        await server.QuietAsync(cancellation);
        using var client = await program.SignInAsync(BenchmarkSeed.Mail, cancellation);
        var code = await ServedProgram.FirstCodeAsync(client, cancellation);
        var addresses = Pages.Select(page => (page.Name, Path: page.Path.Replace("{code}", code, StringComparison.Ordinal))).ToList();
        foreach (var (_, path) in addresses)
            await Load.RunAsync(client, path, 1, WarmUp / Pages.Length, cancellation);
        Console.WriteLine("| page | queries | asked | p50 ms | p95 ms | p99 ms | server CPU ms/request |");
        Console.WriteLine("|---|---|---|---|---|---|---|");
        foreach (var (name, path) in addresses)
        {
            var before = server.CpuTime;
            var result = await Load.RunAsync(client, path, 1, options.Time, cancellation);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {name} | {queries[name]} | {result.Count} | {result.Percentile(50):F0} | {result.Percentile(95):F0} | {result.Percentile(99):F0} | {(server.CpuTime - before).TotalMilliseconds / result.Count:F0} |"));
        }
    }

    /// <summary>A financing for each of the first projects with contracts, applications and its part of the rows; no audit, a context for each batch.</summary>
    private static async Task<string> FillAsync(IServiceProvider services, MoneyOptions options, CancellationToken cancellation)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        var open = SameDatabase.WithoutTrail(db);
        var today = IndonesianZone.Wib.Today(TimeProvider.System);
        var projects = await db.Projects.OrderBy(p => p.Code).Select(p => p.Id).Take(Financings).ToListAsync(cancellation);
        var agreements = await db.Agreements.Select(a => a.Id).ToListAsync(cancellation);
        var person = await db.Users.Select(u => u.Id).FirstAsync(cancellation);
        var random = new Random(20_150_610);
        var each = options.Rows / 3 / projects.Count;
        foreach (var batch in projects.Select((id, i) => (id, i)).Chunk(25))
        {
            await using var rows = open();
            rows.ChangeTracker.AutoDetectChangesEnabled = false;
            foreach (var (project, i) in batch)
                rows.AddRange(LedgerOf(project, agreements[i % agreements.Count], Currencies[i % Currencies.Length], person, each, today, random));
            await rows.SaveChangesAsync(cancellation);
        }
        await using (var rates = open())
        {
            foreach (var (code, rate) in new[] { ("EUR", 17_850m), ("USD", 16_200m), ("JPY", 108m) })
                rates.Add(new ExchangeRate { FromCode = code, ToCode = "IDR", On = today.AddDays(-1), Type = RateType.BiMiddle, Rate = rate, Source = "benchmark" });
            await rates.SaveChangesAsync(cancellation);
        }
        if (options.Postgres is not null)
            await db.Database.ExecuteSqlRawAsync("VACUUM ANALYZE", cancellation);
        return $"{await db.Financings.CountAsync(cancellation)} financings, {await db.Contracts.CountAsync(cancellation)} contracts, "
            + $"{await db.WithdrawalLines.CountAsync(cancellation)} lines, {await db.Disbursements.CountAsync(cancellation)} payments, {await db.Invoices.CountAsync(cancellation)} invoices";
    }

    private static IEnumerable<object> LedgerOf(Guid project, Guid agreement, string currency, Guid person, int each, DateOnly today, Random random)
    {
        var net = random.Next(1_000_000, 90_000_000) * 100L;
        var financing = new Financing
        {
            ProjectId = project,
            AgreementId = agreement,
            Number = 1,
            Kind = (FinancingKind)random.Next(4),
            CurrencyCode = currency,
            MinorUnits = net,
            SignedOn = today.AddDays(-900),
            EffectiveOn = today.AddDays(-random.Next(-30, 800)),
            OriginalClosingOn = today.AddDays(random.Next(200, 1500)),
        };
        financing.ClosingOn = financing.OriginalClosingOn;
        yield return financing;
        var category = new ExpenditureCategory { ProjectId = project, FinancingId = financing.Id, Code = "1A", Name = "Works", MinorUnits = net, Percentage = 0.8m };
        yield return category;
        yield return new Projection
        {
            ProjectId = project,
            FinancingId = financing.Id,
            ApprovedOn = today.AddDays(-800),
            Points = [.. Enumerable.Range(0, PlanQuarters + 1).Select(i => new ProjectionPoint { On = today.AddDays(-900 + (90 * i)), Cumulative = net / PlanQuarters * i })],
        };
        var contracts = Enumerable.Range(0, ContractsEach).Select(i => new Contract
        {
            ProjectId = project,
            FinancingId = financing.Id,
            CategoryId = category.Id,
            PackageNumber = $"W{i}",
            Description = "Works",
            CurrencyCode = currency,
            MinorUnits = net / (ContractsEach + 1),
            Percentage = 0.8m,
            PhysicalProgress = random.Next(100) / 100m,
            SignedOn = today.AddDays(-random.Next(700)),
            State = ContractState.Running,
        }).ToList();
        foreach (var contract in contracts)
            yield return contract;
        var applications = Enumerable.Range(0, ApplicationsEach).Select(i => new WithdrawalApplication
        {
            ProjectId = project,
            FinancingId = financing.Id,
            Number = i + 1,
            Procedure = WithdrawalProcedure.DirectPayment,
            CurrencyCode = currency,
            On = today.AddDays(-random.Next(700)),
            PreparedById = person,
        }).ToList();
        foreach (var application in applications)
            yield return application;
        for (var i = 0; i < each; i++)
        {
            var (application, contract) = (applications[i % ApplicationsEach], contracts[i % ContractsEach]);
            var amount = net / each * random.Next(20, 95) / 100;
            var invoice = new Invoice
            {
                ProjectId = project,
                FinancingId = financing.Id,
                ContractId = contract.Id,
                CategoryId = category.Id,
                Number = $"I{i}",
                On = today.AddDays(-random.Next(700)),
                Description = "Progress claim",
                Payee = "PT Contoh",
                CurrencyCode = currency,
                Gross = amount,
            };
            yield return invoice;
            yield return new WithdrawalLine
            {
                ProjectId = project,
                FinancingId = financing.Id,
                ApplicationId = application.Id,
                CategoryId = category.Id,
                InvoiceId = invoice.Id,
                ContractId = contract.Id,
                InvoiceCurrencyCode = currency,
                Eligible = amount,
                Claimed = amount,
                Percentage = 0.8m,
            };
            yield return new Disbursement
            {
                ProjectId = project,
                FinancingId = financing.Id,
                ApplicationId = application.Id,
                CategoryId = category.Id,
                ValueDate = today.AddDays(-random.Next(700)),
                CurrencyCode = currency,
                Paid = amount,
                Charged = amount,
                ChargedRate = BookedRate.Same,
                Rupiah = amount,
                RupiahRate = BookedRate.Same,
                BookedById = person,
                BookedAt = today.ToDateTime(default, DateTimeKind.Utc),
            };
        }
    }
}
