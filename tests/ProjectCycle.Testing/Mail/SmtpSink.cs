using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace ProjectCycle.Testing.Mail;

/// <summary>A real mail server on loopback that keeps what it is sent and can be told to misbehave.</summary>
public sealed class SmtpSink : IAsyncDisposable
{
    /// <summary>Bytes as characters, one to one: mail is bytes until its headers say otherwise.</summary>
    private static readonly Encoding Bytes = Encoding.Latin1;

    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentQueue<ReceivedMail> _mails = [];
    private readonly ConcurrentBag<Task> _sessions = [];
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Task _accepting;
    private int _brokenOff;

    public SmtpSink()
    {
        _listener.Start();
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        _accepting = AcceptAsync();
    }

    public string Host { get; } = IPAddress.Loopback.ToString();

    public int Port { get; }

    /// <summary>What goes wrong in sessions from now on.</summary>
    public SmtpTrouble Trouble { get; set; }

    /// <summary>The line said where <see cref="Trouble"/> calls for one: 4xx is "later", 5xx is "never".</summary>
    public string Answer { get; set; } = "451 4.3.0 try again later";

    /// <summary>What goes wrong with mail to one address, and the line said then; it wins over <see cref="Trouble"/> from RCPT on.</summary>
    public ConcurrentDictionary<string, (SmtpTrouble Trouble, string Answer)> TroubleOf { get; } = [];

    /// <summary>How long each answer lets wait.</summary>
    public Func<TimeSpan> Slowness { get; set; } = () => TimeSpan.Zero;

    /// <summary>False: says it takes only ASCII before the @.</summary>
    public bool KnowsUtf8 { get; set; } = true;

    /// <summary>Sessions begun, also those that came to nothing.</summary>
    public int Connections { get; private set; }

    /// <summary>Sessions whose sender hung up without a word of farewell.</summary>
    public int BrokenOff => _brokenOff;

    /// <summary>What was kept, in order of arrival. A mail is here before its sender hears "250".</summary>
    public IReadOnlyList<ReceivedMail> Mails => [.. _mails];

    /// <summary>A port that refuses connections.</summary>
    public static int ClosedPort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    public void Clear() => _mails.Clear();

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Dispose();
        await _accepting;
        await Task.WhenAll(_sessions);
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                var client = await _listener.AcceptTcpClientAsync(_stop.Token);
                Connections++;
                _sessions.Add(ServeAsync(client));
            }
            catch (Exception e) when (e is OperationCanceledException or ObjectDisposedException or SocketException)
            {
                return;
            }
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                await using var stream = client.GetStream();
                using var reader = new StreamReader(stream, Bytes);
                await using var writer = new StreamWriter(stream, Bytes) { NewLine = "\r\n", AutoFlush = true };
                if (!await TalkAsync(reader, writer))
                    Interlocked.Increment(ref _brokenOff);
            }
            catch (Exception e) when (e is IOException or SocketException)
            {
                Interlocked.Increment(ref _brokenOff);
            }
            catch (OperationCanceledException)
            {
                // The test is over.
            }
        }
    }

    /// <summary>False when the sender hung up without QUIT.</summary>
    private async Task<bool> TalkAsync(StreamReader reader, StreamWriter writer)
    {
        var (trouble, answer) = (Trouble, Answer);
        await HangAsync(SmtpTrouble.Hang);
        await SayAsync(trouble == SmtpTrouble.AtGreeting ? answer : "220 sink ready");

        var from = "";
        var to = new List<string>();
        while (await reader.ReadLineAsync(_stop.Token) is { } line)
        {
            var verb = line.Split(' ', ':')[0].ToUpperInvariant();
            switch (verb)
            {
                case "EHLO":
                    await SayAsync("250-sink", "250-8BITMIME", KnowsUtf8 ? "250 SMTPUTF8" : "250 PIPELINING");
                    break;
                case "MAIL":
                    (from, to) = (AddressIn(line), []);
                    await SayAsync("250 sender ok");
                    break;
                case "RCPT":
                    (trouble, answer) = TroubleOf.GetValueOrDefault(AddressIn(line), (trouble, answer));
                    await HangAsync(SmtpTrouble.HangAtRecipient);
                    if (trouble != SmtpTrouble.AtRecipient)
                        to.Add(AddressIn(line));
                    await SayAsync(trouble == SmtpTrouble.AtRecipient ? answer : "250 recipient ok");
                    break;
                case "DATA" when to.Count == 0:
                    await SayAsync("503 whom is it for?");
                    break;
                case "DATA":
                    await SayAsync("354 go ahead");
                    if (trouble == SmtpTrouble.DropDuringData)
                    {
                        await reader.ReadLineAsync(_stop.Token);
                        return true;
                    }
                    var mail = new ReceivedMail(from, to, await ReadDataAsync(reader));
                    await HangAsync(SmtpTrouble.HangDuringData);
                    if (trouble != SmtpTrouble.AfterData)
                        _mails.Enqueue(mail);
                    if (trouble == SmtpTrouble.DropAfterKeeping)
                        return true;
                    await HangAsync(SmtpTrouble.HangAfterKeeping);
                    await SayAsync(trouble == SmtpTrouble.AfterData ? answer : "250 kept");
                    break;
                case "HELO" or "NOOP":
                    await SayAsync("250 ok");
                    break;
                case "RSET":
                    (from, to) = ("", []);
                    await SayAsync("250 ok");
                    break;
                case "QUIT":
                    await SayAsync("221 bye");
                    return true;
                default:
                    await SayAsync("502 not known here");
                    break;
            }
        }
        return false;

        async Task SayAsync(params string[] lines)
        {
            await Task.Delay(Slowness(), _stop.Token);
            await writer.WriteAsync(string.Concat(lines.Select(line => line + "\r\n")).AsMemory(), _stop.Token);
        }

        Task HangAsync(SmtpTrouble here) => trouble == here ? Task.Delay(Timeout.Infinite, _stop.Token) : Task.CompletedTask;
    }

    private async Task<byte[]> ReadDataAsync(StreamReader reader)
    {
        var text = new StringBuilder();
        while (await reader.ReadLineAsync(_stop.Token) is { } line)
        {
            if (line == ".")
                return Bytes.GetBytes(text.ToString());
            // A line that begins with a dot came with a second one in front (RFC 5321, 4.5.2).
            text.Append(line.StartsWith('.') ? line[1..] : line).Append("\r\n");
        }
        throw new IOException("The sender hung up within the mail.");
    }

    private static string AddressIn(string line)
    {
        var start = line.IndexOf('<', StringComparison.Ordinal) + 1;
        var address = line[start..line.IndexOf('>', start)];
        return Encoding.UTF8.GetString(Bytes.GetBytes(address));
    }
}
