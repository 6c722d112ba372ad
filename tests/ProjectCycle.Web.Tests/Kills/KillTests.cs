using System.Diagnostics;
using System.Globalization;
using ProjectCycle.Data;
using ProjectCycle.Domain.Mail;
using ProjectCycle.Testing.Databases;
using Xunit.Abstractions;

namespace ProjectCycle.Web.Tests.Kills;

/// <summary>
/// "A reminder that is owed is sent once, whatever was down": the real program, in processes of its own, is killed at random
/// moments while it plans and sends, fifty times in all (in CI fewer). A mail may only come twice under the same Message-ID.
/// </summary>
public sealed class KillTests(ITestOutputHelper output)
{
    /// <summary>Of the moments of the kills and of what is owed when; change it to look at others.</summary>
    private const int Seed = 20260304;

    /// <summary>The share of the fifty kills that is played: all of them, unless PROJECTCYCLE_TEST_KILLS says how many, as CI does to save its time.</summary>
    private static readonly double Share = int.TryParse(Environment.GetEnvironmentVariable("PROJECTCYCLE_TEST_KILLS"), CultureInfo.InvariantCulture, out var kills) ? kills / 50.0 : 1;

    private const int MostFurtherKills = 20;

    /// <summary>Only tells a program that is stuck from one that is slow: other tests run at the same time.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);

    /// <summary>Starting is what takes time, so two processes are under way at any moment: alone on their SQLite file, or together on PostgreSQL.</summary>
    [Theory]
    [OnSqlite(2, 1, 10)]
    [OnPostgres(1, 2, 15)]
    public async Task Program_KilledAtRandomMoments_OwesNothingAtTheEnd(DatabaseProvider provider, int offices, int nodes, int killsOfEach) =>
        await Task.WhenAll(Enumerable.Range(0, offices).Select(office => KillAndCheckAsync(provider, Seed + (100 * office), nodes, (int)(killsOfEach * Share))));

    private async Task KillAndCheckAsync(DatabaseProvider provider, int seed, int nodes, int killsOfEach)
    {
        output.WriteLine($"{provider}: {nodes * killsOfEach} kills on {nodes} node(s), seed {seed}");
        var watch = Stopwatch.StartNew();
        await using var office = await KilledOffice.CreateAsync(provider, new Random(seed));

        await Task.WhenAll(Enumerable.Range(1, nodes).Select(node => KillOftenAsync(office, new Random(seed + node), killsOfEach)));
        output.WriteLine($"{office.Sink.Mails.Count} mails came out between the kills, {office.Sink.BrokenOff} conversations were broken off; {watch.Elapsed.TotalSeconds:F0} s");
        Assert.True(office.Sink.BrokenOff > 0, "no kill struck while mail was going out: the test proves nothing");

        office.Sink.Slowness = () => TimeSpan.Zero;
        for (var node = 0; node < nodes; node++)
            office.Start();
        await UntilAsync(office.OwesNothingAsync);
        await CheckAsync(office);
        output.WriteLine($"{watch.Elapsed.TotalSeconds:F0} s in all");
    }

    /// <summary>
    /// Every other kill waits until some mail goes out: on a slow machine a start may take longer than the longest wait. A kill
    /// that waited may still strike between two conversations, so there are more of them until one has broken off.
    /// </summary>
    private static async Task KillOftenAsync(KilledOffice office, Random random, int times)
    {
        for (var kill = 0; kill < times || (office.Sink.BrokenOff == 0 && kill < times + MostFurtherKills); kill++)
        {
            await office.OweAsync(random, deadlines: 8, mails: 12);
            var (before, few) = (office.Sink.Connections, random.Next(12));
            var node = office.Start();
            if (kill % 2 == 0)
                await Task.Delay(random.Next(300, 4000));
            else
                await UntilAsync(() => Task.FromResult(office.Sink.Connections > before + few));
            office.Kill(node);
        }
    }

    private async Task CheckAsync(KilledOffice office)
    {
        var mails = await office.MailsAsync();
        Assert.All(mails, mail => Assert.Equal(MailState.Sent, mail.State));
        var received = office.Sink.Mails.ToLookup(mail => mail.Headers["Message-ID"]);
        output.WriteLine($"{mails.Count} mails, {office.Sink.Mails.Count - received.Count} repeats under the same Message-ID, at most {mails.Max(mail => mail.Attempts)} attempts");

        var owed = mails.ToDictionary(mail => $"<{mail.Id:N}@localhost>");
        Assert.Equal(owed.Keys.Order(), received.Select(mail => mail.Key).Order());
        foreach (var repeats in received)
        {
            Assert.All(repeats, mail => Assert.Equal([owed[repeats.Key].Address], mail.Recipients));
            Assert.Single(repeats.Select(mail => mail.Text).Distinct());
        }
        var told = received.Select(repeats => (Address: repeats.First().Recipients[0], repeats.First().Text)).ToList();
        foreach (var promise in office.Promises)
            Assert.Single(told, mail => mail.Address == promise.Address && mail.Text.Contains(promise.Title, StringComparison.Ordinal));
    }

    private static async Task UntilAsync(Func<Task<bool>> condition)
    {
        using var limit = new CancellationTokenSource(Patience);
        while (!await condition())
            await Task.Delay(10, limit.Token);
    }
}
