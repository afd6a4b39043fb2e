Console.Error.WriteLine("usage: smoke");
return 2;
