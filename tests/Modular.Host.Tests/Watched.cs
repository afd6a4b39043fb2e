using System.Reflection;
using Microsoft.Extensions.DependencyInjection;

namespace Modular.Host.Tests;

/// <summary>Stands before a service of the host and tells when something was asked of it and done, so that a test waits for what happens.</summary>
public class Watched<T> : DispatchProxy where T : class
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly List<object?[]> _done = [];
    private readonly List<(Func<object?[], bool> Wanted, TaskCompletionSource Happened)> _waiting = [];
    private readonly Lock _lock = new();
    private T? _inner;

    /// <summary>Puts a watch before the service, which must be a singleton. Tells the watch once the service is made.</summary>
    public static Task<Watched<T>> Before(IServiceCollection services)
    {
        var made = new TaskCompletionSource<Watched<T>>();
        var registered = services.Last(service => service.ServiceType == typeof(T));
        services.Remove(registered);
        services.AddSingleton(provider =>
        {
            var proxy = Create<T, Watched<T>>();
            var watch = (Watched<T>)(object)proxy;
            watch._inner = (T)ActivatorUtilities.CreateInstance(provider, registered.ImplementationType!);
            made.SetResult(watch);
            return proxy;
        });
        return made.Task;
    }

    /// <summary>Returns once a call with such arguments has been answered, now or before.</summary>
    public Task Until(Func<object?[], bool> wanted)
    {
        lock (_lock)
        {
            if (_done.Any(wanted))
            {
                return Task.CompletedTask;
            }

            var happened = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _waiting.Add((wanted, happened));
            return happened.Task.WaitAsync(Patience);
        }
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        var result = targetMethod!.Invoke(_inner, args);
        (result as Task)?.ContinueWith(_ => Tell(args ?? []), TaskContinuationOptions.OnlyOnRanToCompletion);
        return result;
    }

    private void Tell(object?[] call)
    {
        lock (_lock)
        {
            _done.Add(call);
            foreach (var (_, happened) in _waiting.Where(one => one.Wanted(call)))
            {
                happened.TrySetResult();
            }
        }
    }
}
