namespace ProjectCycle.Browser.Tests.Host;

/// <summary>One demo for all tests that leave it as it was, or work on a project of their own. It starts when it is first asked for.</summary>
public sealed class DemoFixture : IAsyncLifetime
{
    private Task<ServedProgram>? _program;

    public Task<ServedProgram> ProgramAsync() => _program ??= ServedProgram.WithDemoAsync();

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        if (_program is not null)
            await (await _program).DisposeAsync();
    }
}
