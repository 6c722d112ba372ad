using System.Reflection;
using ProjectCycle.Data;
using Xunit.Sdk;

namespace ProjectCycle.Testing.Databases;

/// <summary>
/// The theory runs on SQLite: its first argument is the provider, then come <paramref name="arguments"/>.
/// <code>[Theory, OnSqlite, OnPostgres] public async Task Save_WhenSoundIsGiven_Stores(DatabaseProvider provider)</code>
/// </summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class OnSqliteAttribute(params object?[] arguments) : DataAttribute
{
    public override IEnumerable<object?[]> GetData(MethodInfo testMethod) => [[DatabaseProvider.Sqlite, .. arguments]];
}

/// <summary>The theory runs on PostgreSQL too: a visible skip where no server is given, a failure on CI.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class OnPostgresAttribute : DataAttribute
{
    private readonly object?[] _arguments;

    public OnPostgresAttribute(params object?[] arguments)
    {
        _arguments = arguments;
        Skip = PostgresServer.SkipReason;
    }

    public override IEnumerable<object?[]> GetData(MethodInfo testMethod) => [[DatabaseProvider.Postgres, .. _arguments]];
}
